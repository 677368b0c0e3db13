import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Demo } from "./demo.ts";
import { drawn } from "./drawn.ts";
import { launch, logIn, pictureFolder, Watched } from "./watched.ts";

const PHONE = { viewport: { width: 390, height: 844 }, timezoneId: "Europe/Monaco" };

let demo: Demo;
let browser: Browser;
let pictures: string;

beforeAll(async () => {
  demo = await Demo.start(2);
  browser = await launch();
  pictures = pictureFolder("photo");
});

afterAll(async () => {
  await browser?.close();
  await demo?.stop();
});

test("the driver takes a photo without signal, and the recipient sees it, with and without script", {
  timeout: 300_000,
}, async () => {
  const driver = await Watched.open(browser, demo.base, pictures, {
    ...PHONE,
    locale: "de-DE",
    colorScheme: "dark",
  });
  const page = await driver.context.newPage();
  await page.goto("/driver");
  await page.locator("#code").fill(demo.code);
  await page.getByRole("button", { name: "Anmelden" }).click();
  await page.getByRole("button", { name: "Pause" }).waitFor({ timeout: 90_000 });
  const stop = await stopOf(page, "Later");
  await goTo(page, stop.address);

  await driver.context.setOffline(true);
  await conclude(page, "Im Briefkasten");
  const line = page.locator(".btn.photo");
  await line.getByText(`Foto dazu: ${stop.address}`).waitFor();
  await driver.picture(page, "driver-photo-offered");
  await driver.isAccessible(page);
  const chooser = page.waitForEvent("filechooser");
  await line.click();
  await (await chooser).setFiles({ name: "door.png", mimeType: "image/png", buffer: await drawn(page) });
  await line.getByText("Foto ist dabei").waitFor();
  await driver.picture(page, "driver-photo-kept");
  await driver.context.setOffline(false);
  await page.getByText("Alles gesendet").waitFor({ timeout: 60_000 });
  driver.isClean();

  const recipient = await Watched.open(browser, demo.base, pictures, { ...PHONE, locale: "en-GB" });
  const own = await recipient.context.newPage();
  await logIn(own, "later");
  await seesPhoto(own, stop.parcel, "Ihr Paket am Briefkasten");
  await recipient.picture(own, "recipient-photo");
  await recipient.isAccessible(own);
  recipient.isClean();
  const state = await recipient.context.storageState();
  const plain = await Watched.open(browser, demo.base, pictures, {
    ...PHONE,
    locale: "de-DE",
    colorScheme: "dark",
    javaScriptEnabled: false,
    storageState: state,
  });
  const without = await plain.context.newPage();
  await seesPhoto(without, stop.parcel, "Ihr Paket am Briefkasten");
  await plain.picture(without, "recipient-photo-dark");

  const stranger = await Watched.open(browser, demo.base, pictures, PHONE);
  await logIn(await stranger.context.newPage(), "swap");
  const foreign = await stranger.context.request.get(`/v1/parcels/${stop.parcel}/proof/photo`);
  expect(foreign.status()).toBe(404);
});

/** The stop of someone on the driver's tour, and a parcel there. */
async function stopOf(page: Page, name: string): Promise<{ address: string; parcel: string }> {
  return page.evaluate(async (recipient) => {
    type Stop = { address: string; parcels: { id: string; recipient?: string }[] };
    const { tour } = (await (await fetch("/v1/driver/tour")).json()) as { tour: { stops: Stop[] } };
    const stop = tour.stops.find(({ parcels }) => parcels.some((one) => one.recipient === recipient));
    return { address: stop?.address.split("\n")[0] ?? "", parcel: stop?.parcels[0]?.id ?? "" };
  }, name);
}

/** Makes a stop the next one. */
async function goTo(page: Page, address: string): Promise<void> {
  if ((await page.locator(".next .addr").textContent()) !== address) {
    await page.getByRole("button", { name: "Alle Stopps" }).click();
    await page.locator(".stops li", { hasText: address }).getByRole("button").click();
  }
  await page.locator(".next .addr", { hasText: address }).waitFor();
}

/** Says how it ended, by the sheet of all other ways. */
async function conclude(page: Page, outcome: string): Promise<void> {
  const direct = page.locator(".thumb > .btn.pri, .thumb .duo .btn", { hasText: outcome });
  if (!(await direct.first().isVisible())) {
    await page.locator(".thumb .duo .btn").last().click();
  }
  await page.getByRole("button", { name: outcome }).click();
}

/** The page shows the photo, in the size that the phone sent. */
async function seesPhoto(page: Page, parcel: string, words: string): Promise<void> {
  await page.goto(`/parcels/${parcel}`);
  const photo = page.locator("[data-stage=photo] img");
  await photo.scrollIntoViewIfNeeded();
  expect(await photo.getAttribute("alt")).toContain(words);
  await expect.poll(() => photo.evaluate((img) => (img as HTMLImageElement).naturalWidth)).toBe(1_600);
  expect(await page.locator("[data-stage=photo] figcaption time").textContent()).toMatch(/\d\d:\d\d/);
}

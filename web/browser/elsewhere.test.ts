import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Demo } from "./demo.ts";
import { drawn } from "./drawn.ts";
import { launch, logIn, openParcel, pictureFolder, Watched } from "./watched.ts";

const PHONE = { viewport: { width: 390, height: 844 }, timezoneId: "Europe/Monaco" };

let demo: Demo;
let browser: Browser;
let pictures: string;

beforeAll(async () => {
  demo = await Demo.start(2);
  browser = await launch();
  pictures = pictureFolder("elsewhere");
});

afterAll(async () => {
  await browser?.close();
  await demo?.stop();
});

/** Opens a row of what can be asked for. */
async function unfold(page: Page, row: string): Promise<void> {
  await page.locator("summary", { hasText: row }).click();
}

test("a parcel comes on another day or waits at a point, chosen with and without script", async () => {
  for (const javaScriptEnabled of [true, false]) {
    const recipient = await Watched.open(browser, demo.base, pictures, {
      ...PHONE,
      locale: "en-GB",
      javaScriptEnabled,
    });
    const page = await recipient.context.newPage();
    await logIn(page, "tomorrow");
    await openParcel(page);
    await unfold(page, "Another day");
    const days = page.locator("input[name=day]");
    await days.nth(javaScriptEnabled ? 1 : 2).check();
    const chosen = await page
      .locator("label.pick", { has: page.locator("input[name=day]:checked") })
      .textContent();
    await recipient.picture(page, `day-open-${javaScriptEnabled}`);
    await page.getByRole("button", { name: "Bring it on that day" }).click();
    await page.getByText("You chose:").waitFor();
    const weekday = chosen?.trim().split(",")[0] ?? "?";
    expect(await page.locator("h1").textContent()).toContain(weekday);
    await recipient.picture(page, `day-chosen-${javaScriptEnabled}`);

    await unfold(page, "Pick it up yourself");
    await page.locator("label.pick", { hasText: "Parcel locker" }).locator("input").check();
    await page.getByRole("button", { name: "Have it wait there" }).click();
    await page.getByRole("button", { name: "Bring it to my door after all" }).waitFor();
    expect(await page.locator(".chosen").first().textContent()).toContain("Parcel locker at the station");
    if (javaScriptEnabled) {
      await recipient.isAccessible(page);
    }
    await recipient.picture(page, `pickup-chosen-${javaScriptEnabled}`);
    await page.getByRole("button", { name: "Bring it to my door after all" }).click();
    await page.locator("summary", { hasText: "Pick it up yourself" }).waitFor();
    expect(await page.getByText("Parcel locker at the station").first().isVisible()).toBe(false);
    recipient.isClean();
  }
});

test("a photo and a pin show the driver the safe place", async () => {
  const recipient = await Watched.open(browser, demo.base, pictures, { ...PHONE, locale: "de-DE" });
  const page = await recipient.context.newPage();
  await logIn(page, "later");
  await page.locator("a.card.lv, .list a[href^='/parcels/']").first().click();
  await page.locator("[data-part=lead]").waitFor();
  await page.locator("summary", { hasText: "Ablageort nennen" }).click();
  await page.getByLabel("Im Schuppen").check();
  await page.getByRole("button", { name: "Dort ablegen" }).click();

  await unfold(page, "Dem Fahrer zeigen, wo");
  await page.getByRole("button", { name: "Auf der Karte markieren" }).click();
  const pin = page.locator(".pin-sign");
  await pin.waitFor();
  await page.locator(".pin .canvas.drawn").waitFor({ timeout: 120_000 });
  await pin.focus();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowLeft");
  await page.getByText("Die Nadel steckt.").waitFor();
  expect(await page.locator(".pin .osm").isVisible()).toBe(true);
  const file = { name: "shed.png", mimeType: "image/png", buffer: await drawn(page) };
  await page.locator("[data-place-photo]").setInputFiles(file);
  await recipient.isAccessible(page);
  await recipient.picture(page, "mark-open");
  await page.getByRole("button", { name: "So zeigen" }).click();
  const photo = page.locator("img.placed");
  await photo.waitFor();
  await expect.poll(() => photo.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  await page.getByText("Für den Fahrer markiert").waitFor();
  await recipient.picture(page, "mark-shown");

  await unfold(page, "Dem Fahrer zeigen, wo");
  const text = { name: "notes.png", mimeType: "image/png", buffer: Buffer.from("no picture at all") };
  await page.locator("[data-place-photo]").setInputFiles(text);
  await page.getByRole("button", { name: "So zeigen" }).click();
  await page.getByText("Das ist kein lesbares Foto.").waitFor();
  recipient.isClean();

  const driver = await Watched.open(browser, demo.base, pictures, {
    ...PHONE,
    locale: "de-DE",
    colorScheme: "dark",
  });
  const phone = await driver.context.newPage();
  await phone.goto("/driver");
  await phone.locator("#code").fill(demo.code);
  await phone.getByRole("button", { name: "Anmelden" }).click();
  await phone.getByRole("button", { name: "Alle Stopps" }).waitFor();
  const stop = await phone.evaluate(async () => {
    type Stop = { address: string; parcels: { mark?: { pin?: unknown; photo?: string } }[] };
    const { tour } = (await (await fetch("/v1/driver/tour")).json()) as { tour: { stops: Stop[] } };
    const marked = tour.stops.find(({ parcels }) => parcels.some(({ mark }) => mark?.pin && mark.photo));
    return marked?.address.split("\n")[0] ?? "";
  });
  expect(stop).not.toBe("");
  await phone.getByRole("button", { name: "Alle Stopps" }).click();
  await phone.locator(".stops li", { hasText: stop }).getByRole("button").click();
  await phone.locator(".next .addr", { hasText: stop }).waitFor();
  await phone.getByRole("link", { name: "Weg zur Nadel zeigen" }).waitFor();
  const seen = phone.getByAltText("Foto des Ablageorts");
  await expect.poll(() => seen.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  await driver.isAccessible(phone);
  await driver.picture(phone, "driver-mark");
  driver.isClean();
});

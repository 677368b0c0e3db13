import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Demo } from "./demo.ts";
import { launch, pictureFolder, Watched } from "./watched.ts";

const PLACE = { latitude: 43.7347, longitude: 7.4206 };

let demo: Demo;
let browser: Browser;
let pictures: string;

beforeAll(async () => {
  demo = await Demo.start(5);
  browser = await launch();
  pictures = pictureFolder("driver");
});

afterAll(async () => {
  await browser?.close();
  await demo?.stop();
});

test("the driver's app in German and the dark, on a small phone, also without signal and after a reload", {
  timeout: 240_000,
}, async () => {
  const driver = await Watched.open(browser, demo.base, pictures, {
    viewport: { width: 390, height: 844 },
    locale: "de-DE",
    colorScheme: "dark",
    permissions: ["geolocation"],
    geolocation: PLACE,
  });
  const page = await driver.context.newPage();
  await page.goto("/driver");
  await page.locator("#code").fill("wrong-code");
  await page.getByRole("button", { name: "Anmelden" }).click();
  await page.getByRole("alert").waitFor();
  await page.locator("#code").fill(demo.code);
  await page.getByRole("button", { name: "Anmelden" }).click();
  await page.locator(".next .addr").waitFor();
  await driver.picture(page, "driver-de-dark");
  await driver.isAccessible(page);
  await underway(page);

  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await driver.context.setOffline(true);
  await page.locator(".thumb .btn.pri").click();
  // What the server last said may still have moved the next stop under the finger: the page tells which one it took.
  const concluded = (await page.locator(".seen[role=status] span").textContent()) ?? "";
  await expect.poll(() => next(page).then((address) => concluded.includes(address))).toBe(false);
  await page.getByText(/warte[nt] auf Netz/).waitFor();
  await driver.picture(page, "driver-offline");
  await page.reload();
  await page.getByText(/warte[nt] auf Netz/).waitFor();
  expect(concluded).not.toContain(await next(page));

  await driver.context.setOffline(false);
  await page.getByText("Alles gesendet").waitFor({ timeout: 60_000 });
  expect(
    (await served(page)).some((address) => concluded.includes(address)),
    concluded,
  ).toBe(true);
  driver.isClean();
  await driver.context.close();
});

/** Waits until the demo's own phone has begun the tour. */
async function underway(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Pause" }).waitFor({ timeout: 90_000 });
}

/** The address on the card of the next stop. */
async function next(page: Page): Promise<string> {
  return (await page.locator(".next .addr").textContent()) ?? "";
}

/** The addresses of which the server has an outcome for each parcel. */
async function served(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const { tour } = await (await fetch("/v1/driver/tour")).json();
    type Stop = { address: string; parcels: { outcome?: unknown }[] };
    const done = (stop: Stop) => stop.parcels.every((parcel) => parcel.outcome !== undefined);
    return tour.stops.filter(done).map((stop: Stop) => stop.address.split("\n")[0]);
  });
}

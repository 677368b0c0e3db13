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
  pictures = pictureFolder("unseen");
});

afterAll(async () => {
  await browser?.close();
  await demo?.stop();
});

/** How often the page asks the phone where it is at this moment. */
const WATCHES = () => {
  const phone = navigator.geolocation;
  const watching = new Set<number>();
  const { watchPosition, clearWatch } = phone;
  phone.watchPosition = (...asked) => {
    const watch = watchPosition.apply(phone, asked);
    watching.add(watch);
    return watch;
  };
  phone.clearWatch = (watch) => {
    watching.delete(watch);
    clearWatch.call(phone, watch);
  };
  Object.assign(window, { watching: () => watching.size });
};

test("a driver hides with one tap, also without signal, reads who sees them, and in a break the phone knows no place", {
  timeout: 240_000,
}, async () => {
  const driver = await Watched.open(browser, demo.base, pictures, {
    viewport: { width: 390, height: 844 },
    locale: "de-DE",
    colorScheme: "dark",
    permissions: ["geolocation"],
    geolocation: PLACE,
  });
  await driver.context.addInitScript(WATCHES);
  const page = await driver.context.newPage();
  const watching = () => page.evaluate(() => (window as unknown as { watching(): number }).watching());
  await page.goto("/driver");
  await page.locator("#code").fill(demo.code);
  await page.getByRole("button", { name: "Anmelden" }).click();
  await page.getByRole("button", { name: "Pause" }).waitFor({ timeout: 90_000 });
  expect(await watching(), "nobody asked for the place yet").toBe(0);
  await page.getByRole("button", { name: "Senden" }).click();
  await expect.poll(watching).toBe(1);

  await page.getByRole("button", { name: "Verbergen" }).click();
  await page.getByText("Sie haben die Karte geschlossen").waitFor();
  await expect.poll(() => isHidden(page)).toBe(true);
  await page.getByRole("button", { name: "Sie haben die Karte geschlossen" }).click();
  await page.getByText("Wer aus dem Betrieb heute hingesehen hat").waitFor();
  await page.getByText("Ihre Orte und Einträge auf dieser Tour").waitFor();
  await driver.picture(page, "driver-who-de-dark");
  await driver.isAccessible(page);
  await page.getByRole("button", { name: "Schließen" }).click();
  await driver.picture(page, "driver-hidden-de-dark");
  await driver.isAccessible(page);

  await driver.context.setOffline(true);
  await page.getByRole("button", { name: "Zeigen" }).click();
  await page.getByRole("button", { name: "Verbergen" }).waitFor();
  await page.getByText(/warte[nt] auf Netz/).waitFor();
  await driver.context.setOffline(false);
  await expect.poll(() => isHidden(page), { timeout: 60_000 }).toBe(false);

  await page.getByRole("button", { name: "Pause" }).click();
  await page.getByRole("button", { name: "Weiter" }).waitFor();
  expect(await watching(), "in a break the phone is not asked").toBe(0);
  driver.isClean();
  await driver.context.close();
});

/** Whether the server has the map closed. */
async function isHidden(page: Page): Promise<boolean> {
  return page.evaluate(async () => (await (await fetch("/v1/driver/tour")).json()).tour.map_hidden);
}

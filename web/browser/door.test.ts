import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Demo } from "./demo.ts";
import { launch, logIn, pictureFolder, Watched } from "./watched.ts";

const PHONE = { viewport: { width: 390, height: 844 }, locale: "en-GB", timezoneId: "Europe/Monaco" };
const DARK = { ...PHONE, locale: "de-DE", colorScheme: "dark" } as const;

let demo: Demo;
let browser: Browser;
let pictures: string;

beforeAll(async () => {
  // With three tours the parcel of high value is on that of the first driver.
  demo = await Demo.start(2, ["--tours", "3"]);
  browser = await launch();
  pictures = pictureFolder("door");
});

afterAll(async () => {
  await browser?.close();
  await demo?.stop();
});

test("a parcel of high value is handed over against the code on its recipient's page", {
  timeout: 240_000,
}, async () => {
  const home = await Watched.open(browser, demo.base, pictures, PHONE);
  const street = await Watched.open(browser, demo.base, pictures, DARK);
  const page = await home.context.newPage();
  await logIn(page, "valuable");
  await page.locator(".list a[href^='/parcels/']").first().click();
  await page.locator("[data-stage=high-value]").waitFor();
  await home.picture(page, "door-waiting");
  const driver = await driving(street);

  const shown = page.locator("[data-door-code]");
  await shown.waitFor({ timeout: 90_000 });
  const code = ((await shown.textContent()) ?? "").replace(/\D/g, "");
  expect(code).toMatch(/^\d{6}$/);
  await home.picture(page, "door-code");
  await home.isAccessible(page);

  await makeNext(driver);
  const field = driver.locator("#door-code");
  await driver.locator(".thumb .btn.pri").click();
  await field.waitFor();
  await street.picture(driver, "door-driver-asks");
  await street.isAccessible(driver);
  await enter(driver, String((Number(code) + 1) % 1_000_000).padStart(6, "0"));
  await driver.getByText("Das ist nicht der Code. Noch 4 Versuche.").waitFor();
  await street.picture(driver, "door-driver-wrong");

  await street.context.setOffline(true);
  await enter(driver, code);
  await driver.getByText(/nur mit Netz prüfen/).waitFor();
  await driver.getByText("Kein Netz", { exact: true }).waitFor();
  await street.picture(driver, "door-driver-offline");
  await street.context.setOffline(false);
  await enter(driver, code);
  await field.waitFor({ state: "detached" });
  await page.locator("[data-stage=arrived]").waitFor({ timeout: 30_000 });
  await home.picture(page, "door-delivered");
  for (const watched of [home, street]) {
    watched.isClean();
    await watched.context.close();
  }
});

test("whoever ordered it for someone else sees how it stands and the day", { timeout: 60_000 }, async () => {
  const buyer = await Watched.open(browser, demo.base, pictures, PHONE);
  const page = await buyer.context.newPage();
  await logIn(page, "later");
  const bought = page.locator("h2", { hasText: "Für jemand anderen bestellt" });
  await bought.scrollIntoViewIfNeeded();
  await buyer.picture(page, "door-bought");
  await buyer.isAccessible(page);
  expect(await page.locator(".list .row").count()).toBe(2);
  buyer.isClean();
  await buyer.context.close();
});

/** The driver's page with the tour under way. */
async function driving(street: Watched): Promise<Page> {
  const page = await street.context.newPage();
  await page.goto("/driver");
  await page.locator("#code").fill(demo.code);
  await page.getByRole("button", { name: "Anmelden" }).click();
  await page.getByRole("button", { name: "Pause" }).waitFor({ timeout: 120_000 });
  return page;
}

/** Makes the stop with the parcel of high value the next one. */
async function makeNext(page: Page): Promise<void> {
  const address = await page.evaluate(async () => {
    type Stop = { address: string; parcels: { kind: string }[] };
    const { tour } = (await (await fetch("/v1/driver/tour")).json()) as { tour: { stops: Stop[] } };
    const stop = tour.stops.find(({ parcels }) => parcels.some(({ kind }) => kind === "high_value"));
    return stop?.address.split("\n")[0] ?? "";
  });
  await page.getByRole("button", { name: "Alle Stopps" }).click();
  const row = page.locator(".stops li", { hasText: address });
  await row.getByRole("button").first().click();
  await page.locator(".next .addr", { hasText: address }).waitFor();
}

async function enter(page: Page, code: string): Promise<void> {
  await page.locator("#door-code").fill(code);
  await page.locator("dialog .btn.pri").click();
}

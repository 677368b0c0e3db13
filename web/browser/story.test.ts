import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Demo } from "./demo.ts";
import { launch, logIn, openParcel, pictureFolder, Watched } from "./watched.ts";

const PHONE = { viewport: { width: 390, height: 844 }, locale: "en-GB", timezoneId: "Europe/Monaco" };
const PATIENCE = 240_000;
const SAFE_PLACE = "behind the bins";

let demo: Demo;
let browser: Browser;
let pictures: string;

beforeAll(async () => {
  demo = await Demo.start(10);
  browser = await launch();
  pictures = pictureFolder("story");
});

afterAll(async () => {
  await browser?.close();
  await demo?.stop();
});

test("a parcel on its way: the map opens, the count goes down, the safe place is told, it is delivered", {
  timeout: 600_000,
}, async () => {
  const recipient = await Watched.open(browser, demo.base, pictures, PHONE);
  const page = await recipient.context.newPage();
  await logIn(page, "near");
  await recipient.isAccessible(page);
  await recipient.picture(page, "orders");
  await openParcel(page);

  const counts: number[] = [];
  await page.exposeFunction("noteCount", (count: number) => counts.push(count));
  await page.evaluate(watchCount);
  await page.locator("[data-stage=map] .canvas.drawn").waitFor({ timeout: PATIENCE });
  await recipient.picture(page, "map");
  await recipient.isAccessible(page);
  expect(await page.locator(".van-sign").isVisible()).toBe(true);
  expect(await page.locator(".door-sign").isVisible()).toBe(true);
  expect(await page.locator(".osm").isVisible()).toBe(true);
  await page.locator(".pill", { hasText: "About here" }).waitFor();
  const van = await vanAt(page);
  await expect.poll(() => vanAt(page), { timeout: 60_000 }).not.toEqual(van);

  await nameSafePlace(page);
  await page.locator(".chosen", { hasText: SAFE_PLACE }).waitFor();
  await recipient.picture(page, "safe-place");
  await driverSeesSafePlace();

  await page.evaluate(watchCount);
  const photo = page.locator("[data-stage=photo] img");
  await photo.waitFor({ timeout: PATIENCE });
  await expect.poll(() => photo.evaluate((img) => (img as HTMLImageElement).naturalWidth)).toBeGreaterThan(0);
  expect(await page.locator("[data-part=lead]").textContent()).toMatch(/safe place/i);
  expect(await page.locator(".canvas").count()).toBe(0);
  await recipient.picture(page, "delivered");
  await recipient.isAccessible(page);
  expect(new Set(counts).size).toBeGreaterThan(1);
  expect(counts.at(-1)).toBeLessThan(counts[0] ?? 0);
  recipient.isClean();
  await recipient.context.close();
});

/** Notes every count that the page shows from now on. Runs in the page. */
function watchCount(): void {
  const { noteCount } = window as unknown as { noteCount(count: number): void };
  const read = () => {
    const text = document.querySelector(".ahead p")?.textContent ?? "";
    const count = /You are next/.test(text) ? 0 : Number.parseInt(text, 10);
    if (!Number.isNaN(count)) {
      noteCount(count);
    }
  };
  read();
  new MutationObserver(read).observe(document.body, { childList: true, subtree: true });
}

async function vanAt(page: Page): Promise<string | null> {
  return page.locator(".van-sign").getAttribute("style");
}

async function nameSafePlace(page: Page): Promise<void> {
  await page
    .locator("[data-part=choices] details", { hasText: "Choose a safe place" })
    .locator("summary")
    .click();
  await page.locator("label", { hasText: "Somewhere else" }).first().click();
  await page.locator("input[name=note]").first().fill(SAFE_PLACE);
  await page.getByRole("button", { name: "Leave it there" }).click();
  await page.waitForURL("**/parcels/*");
}

/** The driver logs in with the code, looks for the stop, and reads where to leave the parcel. */
async function driverSeesSafePlace(): Promise<void> {
  const driver = await Watched.open(browser, demo.base, pictures, PHONE);
  const page = await driver.context.newPage();
  await page.goto("/driver");
  await page.locator("#code").fill(demo.code);
  await driver.isAccessible(page);
  await page.getByRole("button", { name: "Log in" }).click();
  await page.locator(".next .addr").waitFor();
  await driver.picture(page, "driver");
  await driver.isAccessible(page);
  const address = await page.evaluate(async (note) => {
    const { tour } = await (await fetch("/v1/driver/tour")).json();
    type Stop = { address: string; parcels: { instruction?: { note?: string } }[] };
    const stop = tour.stops.find((one: Stop) =>
      one.parcels.some((parcel) => parcel.instruction?.note === note),
    );
    return stop?.address.split("\n")[0];
  }, SAFE_PLACE);
  expect(address).toBeTruthy();
  if (!(await page.locator(".next .addr", { hasText: address }).isVisible())) {
    await page.getByRole("button", { name: "All stops" }).click();
    await page
      .locator(".stops li", { hasText: address })
      .getByRole("button", { name: "Do now" })
      .first()
      .click();
  }
  await page.locator(".tell", { hasText: SAFE_PLACE }).first().waitFor();
  await page.getByRole("button", { name: "Left in safe place" }).waitFor();
  await driver.picture(page, "driver-safe-place");
  driver.isClean();
  await driver.context.close();
}

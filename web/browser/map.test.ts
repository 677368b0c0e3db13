import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Demo } from "./demo.ts";
import { launch, logIn, NO_GL, openParcel, pictureFolder, Watched } from "./watched.ts";

const ENGLISH = { locale: "en-GB", timezoneId: "Europe/Monaco" };

let demo: Demo;
let browser: Browser;
let plain: Browser;
let pictures: string;

beforeAll(async () => {
  demo = await Demo.start(10);
  browser = await launch();
  plain = await launch(NO_GL);
  pictures = pictureFolder("map");
});

afterAll(async () => {
  await browser?.close();
  await plain?.close();
  await demo?.stop();
});

test("the map on a desk: dark and light without a reload, larger and back by keyboard, resting after a touch", {
  timeout: 240_000,
}, async () => {
  const desk = await Watched.open(browser, demo.base, pictures, {
    ...ENGLISH,
    viewport: { width: 1280, height: 800 },
    colorScheme: "dark",
  });
  const page = await desk.context.newPage();
  await logIn(page, "near");
  await openParcel(page);
  const map = page.locator("[data-stage=map]");
  await map.locator(".canvas.drawn").waitFor({ timeout: 120_000 });
  await desk.picture(page, "desk-dark");
  const dark = await landColour(page);
  await page.emulateMedia({ colorScheme: "light" });
  await expect.poll(() => landColour(page), { timeout: 20_000 }).not.toBe(dark);
  await desk.picture(page, "desk-light");

  const size = page.getByRole("button", { name: "Larger map" });
  await size.focus();
  await page.keyboard.press("Enter");
  await expect.poll(async () => (await map.boundingBox())?.width).toBe(1280);
  expect(await page.getByRole("button", { name: "Smaller map" }).isVisible()).toBe(true);
  await page.keyboard.press("Escape");
  await expect.poll(async () => (await map.boundingBox())?.width).toBeLessThan(1000);

  const back = page.locator(".ctl button").first();
  expect(await back.isVisible()).toBe(false);
  await page.mouse.move(900, 400);
  await page.mouse.down();
  await page.mouse.move(700, 300, { steps: 5 });
  await page.mouse.up();
  await back.waitFor({ state: "visible" });
  await back.click();
  await back.waitFor({ state: "hidden" });
  desk.isClean();
  await desk.context.close();
});

test("a device that cannot draw the map says so, and says where the van is", {
  timeout: 240_000,
}, async () => {
  const device = await Watched.open(plain, demo.base, pictures, {
    ...ENGLISH,
    viewport: { width: 390, height: 844 },
  });
  const page = await device.context.newPage();
  await logIn(page, "near");
  await openParcel(page);
  await page.getByText("The map cannot be drawn on this device.").waitFor({ timeout: 120_000 });
  expect(await page.locator("[data-part=spot]").textContent()).toMatch(/\d+ (m|km)/);
  await device.picture(page, "without-map");
  await device.isAccessible(page);
  device.isClean();
  await device.context.close();
});

/** The colour of the map in its corner, as the browser drew it. */
async function landColour(page: Page): Promise<string> {
  const picture = await page.locator(".maplibregl-canvas").screenshot();
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const canvas = new OffscreenCanvas(1, 1);
    const context = canvas.getContext("2d");
    // The whole picture in one pixel: its mean tells light from dark, whatever street lies where.
    context?.drawImage(bitmap, 0, 0, 1, 1);
    const [red = 0] = context?.getImageData(0, 0, 1, 1).data ?? [];
    return red > 127 ? "light" : "dark";
  }, picture.toString("base64"));
}

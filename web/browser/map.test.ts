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

test("the map on a desk: dark and light without a reload, moved by a mouse, larger and back by keyboard", {
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
  expect(await page.locator(".maplibregl-map").count(), "the large script waits until it is needed").toBe(0);

  await page.mouse.move(900, 400);
  await map.locator(".gl.drawn").waitFor({ timeout: 60_000 });
  await map.locator(".still").waitFor({ state: "detached" });
  await expect.poll(() => landColour(page)).toBe("light");
  await page.emulateMedia({ colorScheme: "dark" });
  await expect.poll(() => landColour(page), { timeout: 20_000 }).toBe("dark");
  await desk.picture(page, "desk-moved");

  const size = page.getByRole("button", { name: "Larger map" });
  await size.focus();
  await page.keyboard.press("Enter");
  await expect.poll(async () => (await map.boundingBox())?.width).toBe(1280);
  expect(await page.getByRole("button", { name: "Smaller map" }).isVisible()).toBe(true);
  await page.keyboard.press("Escape");
  await expect.poll(async () => (await map.boundingBox())?.width).toBeLessThan(1000);

  const back = page.locator(".ctl button").first();
  expect(await back.isVisible()).toBe(false);
  await page.mouse.down();
  await page.mouse.move(700, 300, { steps: 5 });
  await page.mouse.up();
  await back.waitFor({ state: "visible" });
  await back.click();
  await back.waitFor({ state: "hidden" });
  desk.isClean();
  await desk.context.close();
});

test("a device without a graphics card has a still map, one that draws none says so, and both say where the van is", {
  timeout: 240_000,
}, async () => {
  const phone = { ...ENGLISH, viewport: { width: 390, height: 844 } };
  const simple = await Watched.open(plain, demo.base, pictures, phone);
  const still = await simple.context.newPage();
  await logIn(still, "near");
  await openParcel(still);
  await still.locator("[data-stage=map] .canvas.drawn").waitFor({ timeout: 120_000 });
  await still.mouse.move(200, 400);
  await still.mouse.down();
  await still.mouse.up();
  expect(await still.locator(".still").isVisible()).toBe(true);
  expect(await still.locator(".van-sign").isVisible()).toBe(true);
  await simple.isAccessible(still);
  await simple.picture(still, "still");
  simple.isClean();

  const old = await Watched.open(plain, demo.base, pictures, phone);
  await old.context.addInitScript(() => {
    Reflect.deleteProperty(HTMLCanvasElement.prototype, "transferControlToOffscreen");
  });
  const page = await old.context.newPage();
  await logIn(page, "near");
  await openParcel(page);
  await page.getByText("The map cannot be drawn on this device.").waitFor({ timeout: 120_000 });
  expect(await page.locator("[data-part=spot]").textContent()).toMatch(/\d+ (m|km)/);
  expect(await page.locator(".ctl").count(), "nothing to press where there is no map").toBe(0);
  await old.picture(page, "without-map");
  await old.isAccessible(page);
  old.isClean();
  await simple.context.close();
  await old.context.close();
});

/** Whether the map is light or dark, as the browser drew it. */
async function landColour(page: Page): Promise<string> {
  const picture = await page.locator("[data-stage=map] canvas").screenshot();
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
    context?.drawImage(bitmap, 0, 0);
    const pixels = context?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? new Uint8ClampedArray();
    // The mean tells light from dark, whatever sign or street lies where.
    let red = 0;
    for (let index = 0; index < pixels.length; index += 4) {
      red += (pixels[index] ?? 0) / (pixels.length / 4);
    }
    return red > 127 ? "light" : "dark";
  }, picture.toString("base64"));
}

import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Demo } from "./demo.ts";
import { Shop } from "./shop.ts";
import { launch, logIn, openParcel, pictureFolder, Watched } from "./watched.ts";

const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 };
const DESK = { viewport: { width: 1280, height: 900 }, colorScheme: "dark" } as const;

let folder: string;
let demo: Demo;
let browser: Browser;
let shop: Shop;
let pictures: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "doorstep-tracker-"));
  demo = await Demo.start(10, ["--data", folder]);
  browser = await launch();
  pictures = pictureFolder("tracker");
  const { api_key } = JSON.parse(readFileSync(join(folder, "demo.json"), "utf8"));
  shop = await Shop.open({ server: demo.base, key: api_key, trackingNumber: await numberOfNear() });
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await shop?.close();
  await demo?.stop();
  rmSync(folder, { recursive: true, force: true });
});

test("a shop with a strict policy shows how its customer's parcel stands, and the map when it opens", {
  timeout: 240_000,
}, async () => {
  const { watched, page } = await visit(PHONE, "en");
  const tracker = page.locator("doorstep-tracker");
  await tracker.locator(".hero").filter({ hasText: /\d/ }).waitFor();
  expect(await tracker.locator(".by").textContent()).toContain("Delivered by");
  expect(await page.getByText("Track your parcel").isVisible()).toBe(false);
  const map = page.frameLocator("doorstep-tracker iframe");
  await map.locator("[data-stage=map] .canvas.drawn").waitFor({ timeout: 180_000 });
  await watched.isAccessible(page);
  await watched.picture(page, "tracker-phone-en");
  expect(await accent(page)).toBe("rgb(120, 40, 160)");
  expect(await narrow(page)).toBe(true);
  expect(watched.forbidden).toEqual([]);
  expect(watched.errors).toEqual([]);
  expect(watched.foreign.filter((url) => !url.startsWith(demo.base))).toEqual([]);
  await watched.context.close();
});

test("it speaks the language of the page, dark where the page is, and leaves nothing in the window", {
  timeout: 120_000,
}, async () => {
  const { watched, page } = await visit(DESK, "de");
  await page.locator("doorstep-tracker .hero").filter({ hasText: /\d/ }).waitFor();
  expect(await page.locator("doorstep-tracker section").getAttribute("lang")).toBe("de");
  const known = await names(page);
  await watched.isAccessible(page);
  await watched.picture(page, "tracker-desk-de-dark");
  await page.goto(`${shop.base}/?lang=de&badge`);
  expect(known).toEqual(await names(page));
  await watched.context.close();
});

async function visit(options: BrowserContextOptions, language: string) {
  const watched = await Watched.open(browser, shop.base, pictures, options);
  const page = await watched.context.newPage();
  await page.goto(`/?lang=${language}`);
  return { watched, page };
}

/** The number on the label of the parcel whose map opens first. */
async function numberOfNear(): Promise<string> {
  const recipient = await Watched.open(browser, demo.base, pictures);
  const page = await recipient.context.newPage();
  await logIn(page, "near");
  await openParcel(page);
  const tracking = await page.evaluate(async () => {
    const orders = await (await fetch("/v1/orders")).json();
    return JSON.stringify(orders);
  });
  const id = new URL(page.url()).pathname.split("/").at(-1);
  await recipient.context.close();
  const parcels: { parcel_id?: string; id?: string; tracking_number?: string }[] = Object.values(
    JSON.parse(tracking) as Record<string, unknown>,
  ).flatMap((list) => (Array.isArray(list) ? list.flatMap((order) => order.parcels ?? [order]) : []));
  const found = parcels.find((parcel) => (parcel.parcel_id ?? parcel.id) === id)?.tracking_number;
  if (!found) {
    throw new Error(`no number of ${id} in ${tracking}`);
  }
  return found;
}

function accent(page: Page): Promise<string> {
  return page.locator("doorstep-tracker .more").evaluate((link) => getComputedStyle(link).color);
}

/** Whether the page still fits where it is narrowest. */
async function narrow(page: Page): Promise<boolean> {
  await page.setViewportSize({ width: 320, height: 700 });
  return page.evaluate(() => document.documentElement.scrollWidth <= 320);
}

function names(page: Page): Promise<string[]> {
  return page.evaluate(() => Object.getOwnPropertyNames(window).sort());
}

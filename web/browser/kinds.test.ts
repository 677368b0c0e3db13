import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Demo } from "./demo.ts";
import { launch, logIn, pictureFolder, Watched } from "./watched.ts";

const PHONE = { viewport: { width: 390, height: 844 }, locale: "en-GB", timezoneId: "Europe/Monaco" };
/** What a page shows only where the map or the count is open. */
const TELLING = [".canvas", ".van-sign", ".ahead p"];

let demo: Demo;
let browser: Browser;
let pictures: string;

beforeAll(async () => {
  demo = await Demo.start(20);
  browser = await launch();
  pictures = pictureFolder("kinds");
});

afterAll(async () => {
  await browser?.close();
  await demo?.stop();
});

test("an ordinary parcel, a gift and a confidential one at one door, side by side", {
  timeout: 240_000,
}, async () => {
  const light = await Watched.open(browser, demo.base, pictures, PHONE);
  const dark = await Watched.open(browser, demo.base, pictures, { ...PHONE, colorScheme: "dark" });
  const orders = await light.context.newPage();
  await logIn(orders, "three");
  const parcels = await kinds(orders);
  const { ordinary, gift, confidential } = await opened(light, parcels);
  await logIn(await dark.context.newPage(), "three");
  const pages = await opened(dark, parcels);
  for (const page of [ordinary, pages.ordinary]) {
    await page.locator("[data-stage=map] .canvas.drawn").waitFor({ timeout: 200_000 });
    await page.locator("[data-part=sure]", { hasText: "passes fixed places" }).waitFor({ state: "attached" });
  }
  for (const quiet of [gift, confidential]) {
    for (const telling of TELLING) {
      expect(await quiet.locator(telling).count(), telling).toBe(0);
    }
    const text = await quiet.locator("main").textContent();
    expect(text).not.toMatch(/stops? before you|You are next|fixed places/);
    expect(text).toMatch(/between/i);
  }
  await orders.reload();
  await look(light, { orders, ordinary, gift, confidential }, "");
  await look(dark, pages, "-dark");
  light.isClean();
  dark.isClean();
  await light.context.close();
  await dark.context.close();
});

interface Three<T> {
  readonly ordinary: T;
  readonly gift: T;
  readonly confidential: T;
}

/** The three parcels of the recipient. */
async function kinds(page: Page): Promise<Three<string>> {
  return page.evaluate(async () => {
    type Parcel = { parcel_id: string; map: { hidden_because?: string } };
    const { orders } = (await (await fetch("/v1/orders")).json()) as { orders: { parcels: Parcel[] }[] };
    const all = orders.flatMap(({ parcels }) => parcels);
    const hidden = (because: string) =>
      all.find(({ map }) => map.hidden_because === because)?.parcel_id ?? "";
    const [gift, confidential] = [hidden("gift"), hidden("confidential")];
    const rest = all.find(({ parcel_id }) => parcel_id !== gift && parcel_id !== confidential);
    return { ordinary: rest?.parcel_id ?? "", gift, confidential };
  });
}

async function opened(watched: Watched, parcels: Three<string>): Promise<Three<Page>> {
  const open = async (id: string) => {
    const page = await watched.context.newPage();
    await page.goto(`/parcels/${id}`);
    return page;
  };
  return {
    ordinary: await open(parcels.ordinary),
    gift: await open(parcels.gift),
    confidential: await open(parcels.confidential),
  };
}

/** Takes a picture of each page as it is in front, where its animations run. */
async function look(watched: Watched, pages: object, mark: string): Promise<void> {
  for (const [name, page] of Object.entries(pages) as [string, Page][]) {
    await page.bringToFront();
    await watched.picture(page, `kinds-${name}${mark}`);
    await watched.isAccessible(page);
  }
}

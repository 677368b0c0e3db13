import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Demo } from "./demo.ts";
import { launch, logIn, openParcel, pictureFolder, Watched } from "./watched.ts";

interface Factory {
  trustedTypes: { createPolicy(name: string, rules: object): unknown };
}

let demo: Demo;
let browser: Browser;
let pictures: string;

beforeAll(async () => {
  demo = await Demo.start(10);
  browser = await launch();
  pictures = pictureFolder("outside");
});

afterAll(async () => {
  await browser?.close();
  await demo?.stop();
});

test("every page keeps its own rules, and no text becomes markup or a script but by them", {
  timeout: 240_000,
}, async () => {
  const recipient = await Watched.open(browser, demo.base, pictures);
  const page = await recipient.context.newPage();
  for (const path of ["/login", "/help", "/nothing-here"]) {
    await visit(page, path);
  }
  await logIn(page, "near");
  await openParcel(page);
  const parcel = new URL(page.url()).pathname;
  await page.locator("[data-stage=map] .canvas.drawn").waitFor({ timeout: 120_000 });
  for (const path of ["/orders", parcel, `${parcel}/shares`, "/sessions"]) {
    await visit(page, path);
  }
  recipient.isClean();
  expect(await refusals(page)).toEqual(["innerHTML", "script", "worker", "policy"]);
  await recipient.context.close();
});

test("the dispatcher's and the driver's pages do so too, service worker included", {
  timeout: 120_000,
}, async () => {
  const staff = await Watched.open(browser, demo.base, pictures);
  const page = await staff.context.newPage();
  await logIn(page, "dispatcher", "**/dispatch");
  const tour = await page.locator("a[href^='/dispatch/tours/']").first().getAttribute("href");
  for (const path of [tour ?? "", "/dispatch/accuracy", "/dispatch/visibility"]) {
    await visit(page, path);
  }
  await visit(page, "/driver");
  await page.locator("#code").waitFor();
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  staff.isClean();
  await staff.context.close();
});

/** Opens a page and lets its scripts run. */
async function visit(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.waitForLoadState("load");
}

/** What the browser refuses to do with mere text. */
function refusals(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const place = document.createElement("div");
    const tries: [string, () => unknown][] = [
      ["innerHTML", () => Object.assign(place, { innerHTML: "<b>text</b>" })],
      ["script", () => Object.assign(document.createElement("script"), { src: "/assets/other.js" })],
      ["worker", () => new Worker("/assets/other.js")],
      ["policy", () => (window as unknown as Factory).trustedTypes.createPolicy("another", {})],
    ];
    const isRefused = (run: () => unknown) => {
      try {
        run();
        return false;
      } catch (error) {
        return error instanceof TypeError;
      }
    };
    return tries.filter(([, run]) => isRefused(run)).map(([name]) => name);
  });
}

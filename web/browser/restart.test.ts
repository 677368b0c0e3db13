import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Demo } from "./demo.ts";
import { launch, logIn, pictureFolder, Watched } from "./watched.ts";

const PHONE = { viewport: { width: 390, height: 844 }, locale: "en-GB", timezoneId: "Europe/Monaco" };

let demo: Demo;
let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});

afterAll(async () => {
  await browser?.close();
  await demo?.stop();
});

test("a server that dies and comes back: the page says so, and goes on by itself", {
  timeout: 240_000,
}, async () => {
  const data = mkdtempSync(join(tmpdir(), "doorstep-restart-"));
  demo = await Demo.start(5, ["--data", data]);
  const recipient = await Watched.open(browser, demo.base, pictureFolder("restart"), PHONE);
  const page = await recipient.context.newPage();
  await logIn(page, "near");
  await page.locator("a[href^='/parcels/']", { hasText: "Delivered by" }).first().click();
  await page.locator("[data-part=lead]").waitFor();
  const notice = page.locator("[data-notice]");
  expect(await notice.isVisible()).toBe(false);

  await demo.stop("SIGKILL");
  await notice.waitFor({ state: "visible", timeout: 30_000 });
  expect(await notice.textContent()).toMatch(/^We cannot be reached\. Trying again\. As of \d\d:\d\d\.$/);
  await recipient.picture(page, "away");
  demo = await Demo.start(5, ["--data", data], demo.listen);
  await notice.waitFor({ state: "hidden", timeout: 90_000 });
  recipient.isClean();
});

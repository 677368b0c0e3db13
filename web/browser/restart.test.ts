import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Demo } from "./demo.ts";
import { launch, logIn, openParcel, pictureFolder, Watched } from "./watched.ts";

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
  await openParcel(page);
  const notice = page.locator("[data-notice]");
  expect(await notice.isVisible()).toBe(false);

  await demo.stop("SIGKILL");
  await notice.waitFor({ state: "visible", timeout: 30_000 });
  await expect
    .poll(() => notice.textContent())
    .toMatch(/^We cannot be reached\. Trying again\. As of \d\d:\d\d\.$/);
  await recipient.isAccessible(page);
  await recipient.picture(page, "away");
  demo = await Demo.start(5, ["--data", data], demo.listen);
  await notice.waitFor({ state: "hidden", timeout: 90_000 });

  await recipient.context.setOffline(true);
  await notice.waitFor({ state: "visible" });
  await expect.poll(() => notice.textContent()).toMatch(/^You are offline\. As of \d\d:\d\d\.$/);
  await recipient.isAccessible(page);
  await recipient.picture(page, "offline");
  await recipient.context.setOffline(false);
  await notice.waitFor({ state: "hidden", timeout: 30_000 });

  // Whoever is no longer logged in when the server is back has to log in again.
  await recipient.context.clearCookies();
  await demo.stop("SIGKILL");
  demo = await Demo.start(5, ["--data", data], demo.listen);
  await page.waitForURL("**/login*", { timeout: 90_000 });
  recipient.isClean();
});

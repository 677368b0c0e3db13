import { mkdirSync, mkdtempSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { chromium } from "playwright-core";
import { expect } from "vitest";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Draws maps without a graphics card. */
const SOFTWARE_GL = ["--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"];
/** Draws none at all, as some old or locked-down devices do. */
export const NO_GL = ["--disable-3d-apis"];

/** Starts Chromium. */
export function launch(graphics: readonly string[] = SOFTWARE_GL): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [
      ...graphics,
      "--no-sandbox",
      "--disable-quic",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

/** Where pictures of this run are put. */
export function pictureFolder(name: string): string {
  const given = process.env.PICTURES;
  if (given) {
    mkdirSync(given, { recursive: true });
  }
  return given ?? mkdtempSync(join(tmpdir(), `doorstep-${name}-`));
}

/** A browser context that notes every request elsewhere and whatever the page's own rules forbid. */
export class Watched {
  readonly context: BrowserContext;
  readonly foreign: string[] = [];
  readonly forbidden: string[] = [];
  readonly errors: string[] = [];
  readonly #pictures: string;

  private constructor(context: BrowserContext, pictures: string) {
    this.context = context;
    this.#pictures = pictures;
  }

  static async open(
    browser: Browser,
    base: string,
    pictures: string,
    options: BrowserContextOptions = {},
  ): Promise<Watched> {
    const context = await browser.newContext({ baseURL: base, ...options });
    const watched = new Watched(context, pictures);
    context.on("request", (request) => {
      if (!request.url().startsWith(`${base}/`)) {
        watched.foreign.push(request.url());
      }
    });
    // What workers are refused is told to nobody but the console.
    context.on("console", (message) => {
      if (message.type() === "error" && /Content Security Policy|Trusted/.test(message.text())) {
        watched.forbidden.push(message.text());
      }
    });
    context.on("weberror", (error) => watched.errors.push(error.error().message));
    await context.exposeBinding("noteForbidden", (_source, what: string) => watched.forbidden.push(what));
    await context.addInitScript(() => {
      document.addEventListener("securitypolicyviolation", (event) => {
        const note = (window as unknown as { noteForbidden(what: string): void }).noteForbidden;
        note(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
      });
    });
    return watched;
  }

  /** A picture of the page as it is now: what is in sight, or all of it. */
  async picture(page: Page, name: string, fullPage = false): Promise<void> {
    await settled(page);
    await page.screenshot({ path: join(this.#pictures, `${name}.png`), fullPage });
  }

  /** Nothing serious is wrong with the page for those who see, hear or point otherwise. */
  async isAccessible(page: Page): Promise<void> {
    await page.evaluate(AXE);
    await settled(page);
    const found = await page.evaluate(async () => {
      const { axe } = window as unknown as { axe: typeof import("axe-core") };
      const { violations } = await axe.run();
      return violations
        .filter(({ impact }) => impact === "serious" || impact === "critical")
        .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`);
    });
    expect(found, page.url()).toEqual([]);
  }

  /** The page loaded nothing from elsewhere, did nothing forbidden, and no script failed. */
  isClean(): void {
    expect(this.foreign).toEqual([]);
    expect(this.forbidden).toEqual([]);
    expect(this.errors).toEqual([]);
  }
}

/** Waits until what fades in has faded in; what moves for ever is no reason to wait. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const passing = document
      .getAnimations()
      .filter((one) => one.effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY);
    await Promise.allSettled(passing.map((one) => one.finished));
  });
}

/** Opens the parcel that is out for delivery: through its card where the map is open, else through its row. */
export async function openParcel(page: Page): Promise<void> {
  const card = page.locator("a.card.lv", { hasText: "Track delivery" });
  const row = page.locator(".list a[href^='/parcels/']", { hasText: "Delivered by" });
  await card.or(row).first().click();
  await page.waitForURL("**/parcels/*");
  await page.locator("[data-part=lead]").waitFor();
}

/** Logs someone of the demo in, and waits until they are where they are led. */
export async function logIn(page: Page, login: string, led = "**/orders"): Promise<void> {
  await page.goto("/");
  await page.locator("input[name=email]").fill(`${login}@example.org`);
  await page.locator("input[name=password]").fill("doorstep-demo");
  await page.locator("form[action='/login'] button").click();
  await page.waitForURL(led);
}

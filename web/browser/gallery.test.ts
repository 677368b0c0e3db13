import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Gallery, type State } from "./gallery.ts";
import { launch, NO_GL, pictureFolder, Watched } from "./watched.ts";

const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1280, height: 900 };
/** The narrowest page of WCAG 2.2, 1.4.10. */
const NARROW = { width: 320, height: 640 };
/** How much longer one may scroll before something stands out: rounding alone. */
const SLACK_PX = 1;
/** Languages whose words are the longest, and one from right to left. */
const LONG_WORDS = ["de", "pl", "tr", "ar"];
/** Pages for staff at a desk are read on wide screens. */
const AT_A_DESK = /^(dispatch|visibility|accuracy)/;

let gallery: Gallery;
let browser: Browser;
let pictures: string;

beforeAll(async () => {
  gallery = await Gallery.open();
  browser = await launch(NO_GL);
  pictures = pictureFolder("gallery");
});

afterAll(async () => {
  await browser?.close();
  await gallery?.close();
});

/** Shows every state that passes, one after the other, in one page. */
async function each(
  options: BrowserContextOptions,
  pass: (state: State) => boolean,
  look: (page: Page, state: State, watched: Watched) => Promise<void>,
): Promise<void> {
  const watched = await Watched.open(browser, gallery.base, pictures, options);
  const page = await watched.context.newPage();
  const states = gallery.states.filter(pass);
  expect(states.length).toBeGreaterThan(50);
  for (const state of states) {
    await page.goto(state.path);
    await look(page, state, watched);
  }
  expect(gallery.missing).toEqual([]);
  expect(watched.foreign).toEqual([]);
  await watched.context.close();
}

const is = (language: string) => (state: State) => state.language === language;

for (const [where, viewport, language, colorScheme] of [
  ["on a phone", PHONE, "en", "light"],
  ["at a desk", DESKTOP, "de", "dark"],
  ["on a phone, from right to left", PHONE, "ar", "light"],
  ["at a desk, from right to left", DESKTOP, "ar", "dark"],
] as const) {
  test(`every state is accessible ${where}: ${language}, ${colorScheme}`, { timeout: 300_000 }, async () => {
    await each({ viewport, colorScheme }, is(language), async (page, state, watched) => {
      await watched.isAccessible(page);
      await watched.picture(page, `${state.name}-${language}-${colorScheme}`);
    });
  });
}

test("every state is accessible in the device's own colours, and with more contrast", {
  timeout: 600_000,
}, async () => {
  for (const wish of [{ forcedColors: "active" }, { contrast: "more" }] as const) {
    await each({ viewport: PHONE, ...wish }, is("en"), (page, _state, watched) => watched.isAccessible(page));
  }
});

test("nothing moves where the device asks for less motion", { timeout: 300_000 }, async () => {
  await each({ viewport: PHONE, reducedMotion: "reduce" }, is("en"), async (page, { name }) => {
    const moving = await page.evaluate(
      () => document.getAnimations().filter(({ playState }) => playState === "running").length,
    );
    expect(moving, name).toBe(0);
  });
});

test("on paper there are words, and nothing to press", { timeout: 300_000 }, async () => {
  await each({ viewport: PHONE }, is("ar"), async (page, { name }) => {
    await page.emulateMedia({ media: "print" });
    if ((await page.locator("[data-part=lead]").count()) === 0) {
      return;
    }
    expect(await page.locator("h1").first().isVisible(), name).toBe(true);
    expect(await page.locator(".bar nav:visible, .btn:visible, .foot button:visible").count(), name).toBe(0);
  });
});

test("nothing is cut off or scrolls sideways on a narrow phone with text at 200 %", {
  timeout: 900_000,
}, async () => {
  const wide: string[] = [];
  await each(
    { viewport: NARROW },
    ({ name, language }) => !AT_A_DESK.test(name) && LONG_WORDS.includes(language),
    async (page, { name, language }, watched) => {
      await page.evaluate(() => {
        document.documentElement.style.fontSize = "200%";
      });
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (over > SLACK_PX) {
        wide.push(`${name} ${language}: ${over} px`);
        await watched.picture(page, `${name}-${language}-wide`);
      }
    },
  );
  expect(wide).toEqual([]);
});

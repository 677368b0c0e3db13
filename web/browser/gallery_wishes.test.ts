import { afterAll, beforeAll, expect, test } from "vitest";
import { Gallery, isIn, PHONE } from "./gallery.ts";

/** The narrowest page of WCAG 2.2, 1.4.10. */
const NARROW = { width: 320, height: 640 };
/** How much longer one may scroll before something stands out: rounding alone. */
const SLACK_PX = 1;
/** Languages whose words are the longest, and one from right to left. */
const LONG_WORDS = ["de", "pl", "tr", "ar"];
/** Pages for staff at a desk are read on wide screens. */
const AT_A_DESK = /^(dispatch|visibility|accuracy)/;

let gallery: Gallery;

beforeAll(async () => {
  gallery = await Gallery.open();
});

afterAll(async () => {
  await gallery?.close();
});

test("every state is accessible in the device's own colours, and with more contrast", {
  timeout: 600_000,
}, async () => {
  for (const wish of [{ forcedColors: "active" }, { contrast: "more" }] as const) {
    await gallery.each({ viewport: PHONE, ...wish }, isIn("en"), (page, _state, watched) =>
      watched.isAccessible(page),
    );
  }
});

test("nothing moves where the device asks for less motion", { timeout: 300_000 }, async () => {
  await gallery.each({ viewport: PHONE, reducedMotion: "reduce" }, isIn("en"), async (page, { name }) => {
    const moving = await page.evaluate(
      () => document.getAnimations().filter(({ playState }) => playState === "running").length,
    );
    expect(moving, name).toBe(0);
  });
});

test("on paper there are words, and nothing to press", { timeout: 300_000 }, async () => {
  await gallery.each({ viewport: PHONE }, isIn("ar"), async (page, { name }) => {
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
  await gallery.each(
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

import type { Page } from "playwright-core";
import { afterAll, beforeAll, test } from "vitest";
import { DESKTOP, Gallery, isIn, PHONE } from "./gallery.ts";

/** Two thousand large pictures take minutes: they are made where someone wants to have them. */
const ARE_LOOKED_AT = process.env.PICTURES !== undefined;

let gallery: Gallery;

beforeAll(async () => {
  gallery = await Gallery.open();
});

afterAll(async () => {
  await gallery?.close();
});

/** Both widths, both complete languages and both schemes; and from right to left. */
const LOOKS = [
  ...["en", "de"].flatMap((language) =>
    (["light", "dark"] as const).flatMap((colorScheme) =>
      [PHONE, DESKTOP].map((viewport) => ({ viewport, colorScheme, language })),
    ),
  ),
  { viewport: PHONE, colorScheme: "light", language: "ar" },
  { viewport: DESKTOP, colorScheme: "dark", language: "ar" },
] as const;

for (const { viewport, colorScheme, language } of LOOKS) {
  const look = `${viewport === PHONE ? "phone" : "desk"}-${language}-${colorScheme}`;
  test(`every state is accessible, all of it opened: ${look}`, { timeout: 300_000 }, async () => {
    await gallery.each({ viewport, colorScheme }, isIn(language), async (page, { name }, watched) => {
      if (ARE_LOOKED_AT) {
        await watched.picture(page, `${name}-${look}`, true);
      }
      if ((await unfold(page)) && ARE_LOOKED_AT) {
        await watched.picture(page, `${name}-${look}-opened`, true);
      }
      await watched.isAccessible(page);
    });
  });
}

/** Opens every row that can be opened; whether there is one. */
function unfold(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const closed = document.querySelectorAll<HTMLDetailsElement>("details:not([open])");
    for (const row of closed) {
      row.open = true;
    }
    return closed.length > 0;
  });
}

import type { Page } from "playwright-core";
import { afterAll, beforeAll, test } from "vitest";
import { Gallery, isIn } from "./gallery.ts";

/** Two thousand large pictures take minutes: they are made where someone wants to have them. */
const ARE_LOOKED_AT = process.env.PICTURES !== undefined;

/** A colour scheme and a language that pages are looked at in. */
export type Look = readonly ["light" | "dark", string];

/** Both complete languages in both schemes. */
const ALL: readonly Look[] = [
  ["light", "en"],
  ["dark", "en"],
  ["light", "de"],
  ["dark", "de"],
];

/**
 * Shows every state of every page in a width: in all looks where someone looks at them, else in these, which the files
 * of both widths choose so that each pair of width, scheme and language is among them. Each width is a file of its own,
 * since files run side by side.
 */
export function lookAt(
  where: string,
  viewport: { readonly width: number; readonly height: number },
  looks: readonly Look[],
): void {
  let gallery: Gallery;

  beforeAll(async () => {
    gallery = await Gallery.open();
  });

  afterAll(async () => {
    await gallery?.close();
  });

  const others = ALL.filter(([scheme, tag]) => !looks.some((look) => look[0] === scheme && look[1] === tag));
  for (const [colorScheme, language] of ARE_LOOKED_AT ? [...looks, ...others] : looks) {
    const look = `${where}-${language}-${colorScheme}`;
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

import { instant, type ServerClock } from "./clock.ts";

/** A position that is older than this is drawn as old. */
export const OLD_AFTER_MS = 60_000;

/** An age in the largest unit that fits, in steps that do not flicker. */
export interface Age {
  readonly value: number;
  readonly unit: "second" | "minute" | "hour";
}

/** How long ago `observed` was at `now`. A clock that is a little off never gives a negative age. */
export function ageOf(observed: number, now: number): Age {
  const seconds = Math.max(0, (now - observed) / 1000);
  if (seconds < 60) {
    return { value: Math.floor(seconds / 5) * 5, unit: "second" };
  }
  if (seconds < 3600) {
    return { value: Math.floor(seconds / 60), unit: "minute" };
  }
  return { value: Math.floor(seconds / 3600), unit: "hour" };
}

/** The age in words of the locale, such as "now", "20 sec. ago" or "vor 2 Min.". */
export function ageWords(age: Age, locale: string): string {
  const format = new Intl.RelativeTimeFormat(locale, { numeric: "auto", style: "short" });
  return format.format(-age.value, age.unit);
}

/** Writes the age into every `data-age` below `root`, and marks the pill around it when it is old. */
export function tickAges(root: ParentNode, clock: ServerClock, locale: string): void {
  const now = clock.now();
  if (now === undefined) {
    return;
  }
  for (const element of root.querySelectorAll<HTMLElement>("[data-age]")) {
    const observed = instant(element.dataset.age);
    if (observed === undefined) {
      continue;
    }
    const words = ` · ${ageWords(ageOf(observed, now), locale)}`;
    if (element.textContent !== words) {
      element.textContent = words;
    }
    element.closest(".pill")?.classList.toggle("warn", now - observed >= OLD_AFTER_MS);
  }
}

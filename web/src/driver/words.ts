import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";
import { pageLocale } from "../live/locale.ts";
import { clockTime } from "../live/notice.ts";

/** Says a message of the catalogue. */
export interface Words {
  readonly locale: string;
  say(key: string, args?: Record<string, FluentVariable>): string;
  /** The time of day. */
  time(at: number): string;
  /** A day, such as "27 November 2026", from its ISO form. */
  day(date: string): string;
}

/** Makes the words out of a catalogue in Fluent's own form. */
export function makeWords(locale: string, catalogue: string): Words {
  const bundle = new FluentBundle(locale, { useIsolating: false });
  bundle.addResource(new FluentResource(catalogue));
  return {
    locale,
    say(key, args) {
      const pattern = bundle.getMessage(`driver-${key}`)?.value;
      return pattern ? bundle.formatPattern(pattern, args ?? null, []) : key;
    },
    time: (at) => clockTime(at, locale),
    day(date) {
      const format = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" });
      const at = Date.parse(date);
      return Number.isNaN(at) ? date : format.format(at);
    },
  };
}

/** Reads the catalogue that the page brings along. */
export function pageWords(): Words {
  const locale = pageLocale();
  const text = document.getElementById("words")?.textContent ?? "{}";
  const value: unknown = JSON.parse(text);
  const isBlock =
    typeof value === "object" && value !== null && "ftl" in value && typeof value.ftl === "string";
  return makeWords(locale, isBlock ? String(value.ftl) : typeof value === "string" ? value : "");
}

import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";
import { clockTime } from "../live/notice.ts";

/** Says a message of the catalogue. */
export interface Words {
  readonly language: string;
  say(key: string, args?: Record<string, FluentVariable>): string;
  /** The time of day. */
  time(at: number): string;
  /** A day, such as "27 November 2026", from its ISO form. */
  day(date: string): string;
}

/** Makes the words out of a catalogue in Fluent's own form. */
export function makeWords(language: string, catalogue: string): Words {
  const bundle = new FluentBundle(language, { useIsolating: false });
  bundle.addResource(new FluentResource(catalogue));
  return {
    language,
    say(key, args) {
      const pattern = bundle.getMessage(`driver-${key}`)?.value;
      return pattern ? bundle.formatPattern(pattern, args ?? null, []) : key;
    },
    time: (at) => clockTime(at, language),
    day(date) {
      const format = new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" });
      const at = Date.parse(date);
      return Number.isNaN(at) ? date : format.format(at);
    },
  };
}

/** Reads the catalogue that the page brings along. */
export function pageWords(): Words {
  const language = document.documentElement.lang || "en";
  const text = document.getElementById("words")?.textContent ?? "{}";
  const value: unknown = JSON.parse(text);
  const isBlock =
    typeof value === "object" && value !== null && "ftl" in value && typeof value.ftl === "string";
  return makeWords(language, isBlock ? String(value.ftl) : typeof value === "string" ? value : "");
}

import type { Hearing } from "./stream.ts";

/** What keeps the page from being live. */
export type Trouble = "offline" | "away";

/** A server that is away for less than this is not worth a word: it restarts, or the phone changed its network. */
export const AWAY_AFTER_MS = 3_000;

/** The trouble to tell of, if there is any. */
export function troubleOf(online: boolean, hearing: Hearing, silentMs: number): Trouble | undefined {
  if (hearing === "live") {
    return undefined;
  }
  if (!online) {
    return "offline";
  }
  return silentMs >= AWAY_AFTER_MS ? "away" : undefined;
}

/** The sentence with the time of the last word from the server in it. */
export function noticeWords(
  sentence: string,
  heardAt: number | undefined,
  locale: string,
  zone?: string,
): string {
  const time = heardAt === undefined ? "…" : clockTime(heardAt, locale, zone);
  return sentence.replace("{time}", time);
}

/** The time of day as the page writes it: by a clock of twelve hours where the locale says so, else of twenty-four. */
export function clockTime(at: number, locale: string, zone?: string): string {
  const options: Intl.DateTimeFormatOptions =
    new Intl.Locale(locale).hourCycle === "h12"
      ? { hour: "numeric", minute: "2-digit", hourCycle: "h12" }
      : { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
  return new Intl.DateTimeFormat(locale, zone ? { ...options, timeZone: zone } : options).format(at);
}

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
  language: string,
  zone?: string,
): string {
  const time = heardAt === undefined ? "…" : clockTime(heardAt, language, zone);
  return sentence.replace("{time}", time);
}

/** The time of day as the page writes it. */
export function clockTime(at: number, language: string, zone?: string): string {
  const customary = language.toLowerCase() === "en-us";
  const options: Intl.DateTimeFormatOptions = customary
    ? { hour: "numeric", minute: "2-digit", hour12: true }
    : { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
  return new Intl.DateTimeFormat(language, zone ? { ...options, timeZone: zone } : options).format(at);
}

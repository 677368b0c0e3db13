/** What the server tells a browser, once it is unsealed. */
export interface Note {
  readonly title: string;
  readonly body: string;
  readonly lang: string;
  /** The page that it leads to. */
  readonly path: string;
  readonly tag: string;
  readonly open: string;
  readonly safe_place?: string;
}

const WORDS = ["title", "body", "lang", "path", "tag", "open"] as const;
/** Where a click leads when nothing else is known. */
const HOME = "/orders";

/** Reads a message; what is none is left alone. */
export function read(text: string | undefined): Note | undefined {
  try {
    const told: unknown = JSON.parse(text ?? "");
    const isNote = (told: unknown): told is Note =>
      typeof told === "object" &&
      told !== null &&
      WORDS.every((word) => typeof Reflect.get(told, word) === "string");
    return isNote(told) ? told : undefined;
  } catch {
    return undefined;
  }
}

/** Where a click on a notification leads: to a page of ours, whatever it says. */
export function pathOf(data: unknown, action: string): string {
  const path =
    typeof data === "string" && /^\/[a-z0-9/]*$/.test(data) && !data.startsWith("//") ? data : HOME;
  return action === "safe_place" ? `${path}#choices` : path;
}

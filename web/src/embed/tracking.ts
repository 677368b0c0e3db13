/** How a parcel stands, as the server tells pages of shops. */
export interface Tracking {
  readonly isOver: boolean;
  readonly mapOpen: boolean;
  readonly words: Words;
  readonly language: string;
  readonly direction: string;
}

/** What stands on the tracker. */
export interface Words {
  readonly kicker: string | undefined;
  readonly hero: string;
  readonly flags: readonly Flag[];
  readonly stops: string | undefined;
  readonly line: string | undefined;
  readonly reason: string | undefined;
  readonly by: string;
  readonly map: string;
  readonly more: string;
  readonly away: string;
  readonly announcement: string;
}

/** What is not normal. */
export interface Flag {
  readonly tone: string;
  readonly text: string;
}

/** Reads a message; nothing where it is none, so that a broken one changes nothing on the page. */
export function readTracking(text: string): Tracking | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isRecord(value) || !isRecord(value.words) || typeof value.words.hero !== "string") {
    return undefined;
  }
  const words = value.words;
  const said = (name: string) => textOf(words[name]) ?? "";
  return {
    isOver: value.is_over === true,
    mapOpen: value.map_open === true,
    language: textOf(value.language) ?? "en",
    direction: value.direction === "rtl" ? "rtl" : "ltr",
    words: {
      kicker: textOf(words.kicker),
      hero: said("hero"),
      flags: flagsOf(words.flags),
      stops: textOf(words.stops),
      line: textOf(words.line),
      reason: textOf(words.reason),
      by: said("by"),
      map: said("map"),
      more: said("more"),
      away: said("away"),
      announcement: said("announcement"),
    },
  };
}

function flagsOf(value: unknown): Flag[] {
  return (Array.isArray(value) ? value : []).flatMap((flag: unknown) => {
    const text = isRecord(flag) ? textOf(flag.text) : undefined;
    return isRecord(flag) && text ? [{ tone: textOf(flag.tone) ?? "calm", text }] : [];
  });
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

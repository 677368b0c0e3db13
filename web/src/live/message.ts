import { instant } from "./clock.ts";

/** Where something is, in degrees. */
export interface Place {
  readonly lat: number;
  readonly lon: number;
}

/** A place and the instant at which the van is shown there, in milliseconds of the server's clock. */
export interface WayPoint extends Place {
  readonly at: number;
}

/** Where the van is: at one place, or on a line with a clock, which ends where nothing more is public. */
export interface Van extends Place {
  readonly accuracyM: number;
  readonly observedAt: number;
  readonly way: readonly WayPoint[];
}

/** What the map draws. */
export interface MapData {
  readonly van: Van;
  readonly door: Place | undefined;
}

/** One message of the page's stream. */
export interface PageMessage {
  readonly parts: ReadonlyMap<string, string>;
  readonly map: MapData | undefined;
  readonly announcement: string;
  readonly title: string;
  readonly now: number | undefined;
}

/** Reads a message of the stream; nothing where it is none, so that a broken one changes nothing on the page. */
export function readMessage(text: string): PageMessage | undefined {
  const value = parsed(text);
  if (!isRecord(value) || !isRecord(value.parts)) {
    return undefined;
  }
  const parts = Object.entries(value.parts).filter(
    (entry): entry is [string, string] => typeof entry[1] === "string",
  );
  return {
    parts: new Map(parts),
    map: mapData(value.map),
    announcement: textOf(value.announcement) ?? "",
    title: textOf(value.title) ?? "",
    now: instant(textOf(value.now)),
  };
}

/** Reads what an element's `data-map` says. */
export function readMapData(text: string | undefined): MapData | undefined {
  return text ? mapData(parsed(text)) : undefined;
}

function mapData(value: unknown): MapData | undefined {
  if (!isRecord(value) || !isRecord(value.van)) {
    return undefined;
  }
  const place = placeOf(value.van);
  const observedAt = instant(textOf(value.van.observed_at));
  if (!place || observedAt === undefined) {
    return undefined;
  }
  const accuracyM = typeof value.van.accuracy_m === "number" ? value.van.accuracy_m : 0;
  const way = wayOf(value.van.way, observedAt);
  return { van: { ...place, accuracyM, observedAt, way }, door: placeOf(value.door) };
}

function wayOf(value: unknown, observedAt: number): WayPoint[] {
  return (Array.isArray(value) ? value : []).flatMap((entry: unknown) => {
    const place = placeOf(entry);
    const after = isRecord(entry) && typeof entry.after_s === "number" ? entry.after_s : undefined;
    return place && after !== undefined ? [{ ...place, at: observedAt + 1000 * after }] : [];
  });
}

function placeOf(value: unknown): Place | undefined {
  if (!isRecord(value) || typeof value.lat !== "number" || typeof value.lon !== "number") {
    return undefined;
  }
  return { lat: value.lat, lon: value.lon };
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

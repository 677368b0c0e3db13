import type { Place } from "../live/message.ts";
import { around } from "./geo.ts";

/** The smallest rectangle around places: west, south, east, north. */
export type Bounds = readonly [number, number, number, number];

/** Space that stays free between what is framed and the edge of the map. */
export interface Padding {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** The share of the map in which the van may move before the camera follows. */
const INNER = 0.7;
const PADDING = 48;
/** The line of age and accuracy lies over the top, and the sheet of choices over the bottom. */
const OVERLAP = { top: 20, bottom: 30 };

/** What the camera frames: the van, the circle around it, and the door. */
export function frame(van: Place, circleM: number, door: Place | undefined): Bounds {
  const places = [van, ...(circleM > 0 ? around(van, circleM) : []), ...(door ? [door] : [])];
  const lats = places.map((place) => place.lat);
  const lons = places.map((place) => place.lon);
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}

/** The padding for a map of this size; a small one gives less. */
export function padding(width: number, height: number): Padding {
  const side = Math.min(PADDING, width / 5);
  const across = Math.min(PADDING, height / 6);
  return { top: across + OVERLAP.top, bottom: across + OVERLAP.bottom, left: side, right: side };
}

/** Whether a point of the map is still so far from its edge that the camera may rest. */
export function isWithin(x: number, y: number, width: number, height: number): boolean {
  const margin = (1 - INNER) / 2;
  return (
    x >= width * margin && x <= width * (1 - margin) && y >= height * margin && y <= height * (1 - margin)
  );
}

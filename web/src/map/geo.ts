import type { Place } from "../live/message.ts";

const EARTH_RADIUS_M = 6_371_008.8;
/** Metres of a pixel at zoom 0 on the equator, for tiles of 512 pixels. */
const METRES_PER_PIXEL = (2 * Math.PI * EARTH_RADIUS_M) / 512;

/** Metres between two places that are not far apart. */
export function metres(a: Place, b: Place): number {
  const north = radians(b.lat - a.lat);
  const east = radians(b.lon - a.lon) * Math.cos(radians((a.lat + b.lat) / 2));
  return EARTH_RADIUS_M * Math.hypot(north, east);
}

/** Metres from `a` to `b` towards the east; negative towards the west. */
export function metresEast(a: Place, b: Place): number {
  return EARTH_RADIUS_M * radians(b.lon - a.lon) * Math.cos(radians(a.lat));
}

/** The place at a share of the straight way between two places that are not far apart. */
export function between(a: Place, b: Place, share: number): Place {
  return { lat: a.lat + (b.lat - a.lat) * share, lon: a.lon + (b.lon - a.lon) * share };
}

/** How many pixels a length is on the map, at a latitude and a zoom. */
export function pixels(length: number, lat: number, zoom: number): number {
  return (length * 2 ** zoom) / (METRES_PER_PIXEL * Math.cos(radians(lat)));
}

/** The four outermost places of a circle. */
export function around(centre: Place, radius: number): Place[] {
  const north = degrees(radius / EARTH_RADIUS_M);
  const east = north / Math.cos(radians(centre.lat));
  const { lat, lon } = centre;
  return [
    { lat: lat + north, lon },
    { lat: lat - north, lon },
    { lat, lon: lon + east },
    { lat, lon: lon - east },
  ];
}

function radians(angle: number): number {
  return (angle * Math.PI) / 180;
}

function degrees(angle: number): number {
  return (angle * 180) / Math.PI;
}

import type { Place } from "../../live/message.ts";
import type { Bounds, Padding } from "../camera.ts";

/** Pixels of the whole world at zoom 0, as tiles of vectors have them. */
export const TILE_PX = 512;

/** A part of the flat world: its middle in pixels of zoom 0, how near it is, and its size in pixels. */
export interface View {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
  readonly width: number;
  readonly height: number;
}

/** A point in pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where a place lies on the flat world, in pixels of zoom 0: the spherical Mercator projection (EPSG:3857). */
export function flat(place: Place): Point {
  const latitude = (place.lat * Math.PI) / 180;
  return {
    x: ((place.lon + 180) / 360) * TILE_PX,
    y: ((1 - Math.asinh(Math.tan(latitude)) / Math.PI) / 2) * TILE_PX,
  };
}

/** Where a place lies in a view, in pixels from its left upper corner. */
export function project(place: Place, view: View): Point {
  const { x, y } = flat(place);
  const scale = 2 ** view.zoom;
  return { x: (x - view.x) * scale + view.width / 2, y: (y - view.y) * scale + view.height / 2 };
}

/** The view of a size that holds all of the bounds between the padding, at most as near as `nearest`. */
export function viewOf(
  [west, south, east, north]: Bounds,
  { width, height }: { readonly width: number; readonly height: number },
  padding: Padding,
  nearest: number,
): View {
  const corner = flat({ lat: north, lon: west });
  const opposite = flat({ lat: south, lon: east });
  const across = (width - padding.left - padding.right) / (opposite.x - corner.x);
  const down = (height - padding.top - padding.bottom) / (opposite.y - corner.y);
  const zoom = Math.max(0, Math.min(nearest, Math.log2(across), Math.log2(down)));
  const scale = 2 ** zoom;
  return {
    x: (corner.x + opposite.x) / 2 + (padding.right - padding.left) / 2 / scale,
    y: (corner.y + opposite.y) / 2 + (padding.bottom - padding.top) / 2 / scale,
    zoom,
    width,
    height,
  };
}

/** A tile in a view: which one, where its left upper corner lies, and how long its edges are, in pixels. */
export interface TilePlace {
  readonly z: number;
  readonly x: number;
  readonly y: number;
  readonly left: number;
  readonly top: number;
  readonly edge: number;
}

/** The tiles that a view shows, none deeper than `deepest`. */
export function tilesOf(view: View, deepest: number): TilePlace[] {
  const z = Math.max(0, Math.min(deepest, Math.floor(view.zoom)));
  const edge = TILE_PX * 2 ** (view.zoom - z);
  const count = 2 ** z;
  const left = (view.x / TILE_PX) * count - view.width / 2 / edge;
  const top = (view.y / TILE_PX) * count - view.height / 2 / edge;
  const tiles: TilePlace[] = [];
  for (let y = Math.floor(top); y < top + view.height / edge; y += 1) {
    for (let x = Math.floor(left); x < left + view.width / edge; x += 1) {
      if (x >= 0 && y >= 0 && x < count && y < count) {
        tiles.push({ z, x, y, left: (x - left) * edge, top: (y - top) * edge, edge });
      }
    }
  }
  return tiles;
}

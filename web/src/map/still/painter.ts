import type { Palette } from "../palette.ts";
import { GREENS, SANDS } from "../style.ts";
import { EDGE, EDGES_FROM, isOnSurface, PATHS, STREETS, widthAt } from "../style_streets.ts";
import { paintNames } from "./names.ts";
import type { Feature, Tile } from "./tiles.ts";
import type { TilePlace, View } from "./view.ts";

/** What is drawn, and how. */
export interface Picture {
  readonly view: View;
  /** Pixels of the device for one of the page. */
  readonly ratio: number;
  readonly palette: Palette;
  readonly language: string;
}

/** A tile and where it lies. */
export interface Placed {
  readonly tile: Tile;
  readonly at: TilePlace;
}

type Pen = OffscreenCanvasRenderingContext2D;
type Passes = (properties: Feature["properties"]) => boolean;

/** Something of one layer in one colour: an area, or a line of a width in pixels. */
interface Shape {
  readonly layer: string;
  readonly colour: keyof Palette;
  readonly passes?: Passes;
  readonly from?: number;
  readonly line?: { readonly width: number; readonly dashes?: readonly number[]; readonly opacity?: number };
}

/** Draws the map as the style of the map that can be moved does, in the same order. */
export function paint(pen: Pen, picture: Picture, tiles: readonly Placed[]): void {
  const { view, ratio, palette } = picture;
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  pen.fillStyle = palette.land;
  pen.fillRect(0, 0, view.width, view.height);
  for (const shape of shapes(view.zoom).filter(({ from = 0 }) => view.zoom >= from)) {
    for (const placed of tiles) {
      draw(pen, shape, placed, picture);
    }
  }
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  paintNames(pen, picture, tiles);
}

/** Everything that is drawn at a zoom, what lies below first. */
export function shapes(zoom: number): Shape[] {
  const kindIn = (kinds: readonly string[]) => {
    const known = new Set<unknown>(kinds);
    return (properties: Feature["properties"]) => known.has(properties.kind);
  };
  const street = (kinds: readonly string[]): Passes => {
    const isKind = kindIn(kinds);
    return (properties) => isKind(properties) && isOnSurface(properties);
  };
  const streets = (edge: boolean): Shape[] =>
    STREETS.map(({ kinds, width, colour, from }) => ({
      layer: "streets",
      colour: edge ? "roadEdge" : colour,
      passes: street(kinds),
      from: edge ? Math.max(from, EDGES_FROM) : from,
      line: { width: widthAt(width + (edge ? EDGE : 0), zoom) },
    }));
  return [
    { layer: "land", colour: "green", passes: kindIn(GREENS) },
    { layer: "land", colour: "sand", passes: kindIn(SANDS) },
    { layer: "ocean", colour: "water" },
    { layer: "water_polygons", colour: "water" },
    { layer: "water_lines", colour: "water", passes: ({ tunnel }) => tunnel !== true, line: { width: 2 } },
    { layer: "pier_polygons", colour: "land" },
    { layer: "pier_lines", colour: "land", line: { width: 4 } },
    { layer: "street_polygons", colour: "road", passes: ({ tunnel }) => tunnel !== true },
    { layer: "buildings", colour: "building", from: 14 },
    { layer: "buildings", colour: "buildingEdge", from: 14, line: { width: 1 } },
    {
      layer: "streets",
      colour: "path",
      passes: ({ tunnel, rail }) => tunnel === true && rail !== true,
      from: 13,
      line: { width: 2, dashes: [5, 4], opacity: 0.7 },
    },
    {
      layer: "streets",
      colour: "path",
      passes: street(PATHS),
      from: 14,
      line: { width: 1, dashes: [2.5, 2.5] },
    },
    {
      layer: "streets",
      colour: "rail",
      passes: ({ rail, tunnel }) => rail === true && tunnel !== true,
      from: 12,
      line: { width: 1.6 },
    },
    ...streets(true),
    ...streets(false),
  ];
}

function draw(pen: Pen, shape: Shape, { tile, at }: Placed, { view, ratio, palette }: Picture): void {
  const unit = at.edge / tile.extent;
  const path = new Path2D();
  const inSight = [
    -at.left / unit,
    -at.top / unit,
    (view.width - at.left) / unit,
    (view.height - at.top) / unit,
  ] as const;
  for (const { properties, lines, box } of tile.features(shape.layer)) {
    const isSeen =
      box[0] <= inSight[2] && box[2] >= inSight[0] && box[1] <= inSight[3] && box[3] >= inSight[1];
    if (isSeen && (shape.passes?.(properties) ?? true)) {
      trace(path, lines);
    }
  }
  pen.setTransform(ratio * unit, 0, 0, ratio * unit, ratio * at.left, ratio * at.top);
  if (!shape.line) {
    pen.fillStyle = palette[shape.colour];
    pen.fill(path);
    return;
  }
  pen.strokeStyle = palette[shape.colour];
  pen.lineWidth = shape.line.width / unit;
  pen.lineCap = shape.line.dashes ? "butt" : "round";
  pen.lineJoin = "round";
  pen.setLineDash((shape.line.dashes ?? []).map((dash) => dash / unit));
  pen.globalAlpha = shape.line.opacity ?? 1;
  pen.stroke(path);
  pen.globalAlpha = 1;
}

function trace(path: Path2D, lines: Feature["lines"]): void {
  for (const [start, ...others] of lines) {
    if (start) {
      path.moveTo(start.x, start.y);
    }
    for (const { x, y } of others) {
      path.lineTo(x, y);
    }
  }
}

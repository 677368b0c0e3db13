import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from "maplibre-gl";
import type { Palette } from "./palette.ts";

type LineLayer = Extract<LayerSpecification, { type: "line" }>;

/** A class of streets, from the smallest to the largest, which is drawn over the others. */
export interface Street {
  readonly id: string;
  readonly kinds: readonly string[];
  /** Its width in pixels at zoom 16. */
  readonly width: number;
  readonly colour: "road" | "roadMajor";
  /** The zoom from which it is drawn. */
  readonly from: number;
}

/** Every class of streets, the smallest first. */
export const STREETS: readonly Street[] = [
  { id: "service", kinds: ["service", "track"], width: 3, colour: "road", from: 14 },
  { id: "pedestrian", kinds: ["pedestrian"], width: 4, colour: "road", from: 13 },
  {
    id: "residential",
    kinds: ["residential", "unclassified", "living_street", "busway"],
    width: 6,
    colour: "road",
    from: 12,
  },
  { id: "tertiary", kinds: ["tertiary"], width: 8, colour: "roadMajor", from: 10 },
  {
    id: "major",
    kinds: ["motorway", "trunk", "primary", "secondary"],
    width: 9,
    colour: "roadMajor",
    from: 5,
  },
];

/** Ways for feet and wheels. */
export const PATHS = ["footway", "steps", "path", "cycleway"];
/** How much wider the edge of a street is than the street, at zoom 16. */
export const EDGE = 1.6;
/** The zoom from which streets have edges. */
export const EDGES_FROM = 12;
/** How wide a street is at a zoom, of its width at zoom 16; between these it grows by `GROWTH` with each zoom. */
const WIDTHS = [
  [10, 0.1],
  [14, 0.45],
  [16, 1],
  [19, 3.4],
] as const;
const GROWTH = 1.6;
/** The narrowest street that is still seen. */
const NARROWEST = 0.6;

/** The edge below the streets of a class. */
export function casing(street: Street, palette: Palette): LineLayer {
  return {
    ...line(`${street.id}-edge`, onSurface(street.kinds)),
    minzoom: Math.max(street.from, EDGES_FROM),
    layout: { "line-cap": "round", "line-join": "round" },
    paint: { "line-color": palette.roadEdge, "line-width": scaled(street.width + EDGE) },
  };
}

/** The streets of a class. */
export function fill(street: Street, palette: Palette): LineLayer {
  return {
    ...line(street.id, onSurface(street.kinds)),
    minzoom: street.from,
    layout: { "line-cap": "round", "line-join": "round" },
    paint: { "line-color": palette[street.colour], "line-width": scaled(street.width) },
  };
}

/** Streets below ground, dashed. */
export function tunnels(palette: Palette): LineLayer {
  return {
    ...line("tunnel", ["all", ["==", ["get", "tunnel"], true], ["!=", ["get", "rail"], true]]),
    minzoom: 13,
    paint: { "line-color": palette.path, "line-width": 2, "line-dasharray": [2.5, 2], "line-opacity": 0.7 },
  };
}

/** Ways for feet, dashed and thin. */
export function paths(palette: Palette): LineLayer {
  return {
    ...line("path", onSurface(PATHS)),
    minzoom: 14,
    paint: { "line-color": palette.path, "line-width": 1, "line-dasharray": [2.5, 2.5] },
  };
}

/** Rails above ground. */
export function rails(palette: Palette): LineLayer {
  return {
    ...line("rail", ["all", ["==", ["get", "rail"], true], ["!=", ["get", "tunnel"], true]]),
    minzoom: 12,
    paint: { "line-color": palette.rail, "line-width": 1.6 },
  };
}

function line(id: string, filter: FilterSpecification): LineLayer {
  return { id, type: "line", source: "tiles", "source-layer": "streets", filter };
}

function onSurface(kinds: readonly string[]): FilterSpecification {
  return [
    "all",
    ["in", ["get", "kind"], ["literal", [...kinds]]],
    ["!=", ["get", "tunnel"], true],
    ["!=", ["get", "rail"], true],
  ];
}

/** Whether a street or a path is neither below ground nor for trains. */
export function isOnSurface({ tunnel, rail }: Readonly<Record<string, unknown>>): boolean {
  return tunnel !== true && rail !== true;
}

/** A width that is right at zoom 16 and follows the ground below and above. */
function scaled(width: number): ExpressionSpecification {
  const stops = WIDTHS.flatMap(([zoom, share]) => [zoom, Math.max(NARROWEST, width * share)]);
  return ["interpolate", ["exponential", GROWTH], ["zoom"], ...stops] as ExpressionSpecification;
}

/** The same width in pixels, at a zoom. */
export function widthAt(width: number, zoom: number): number {
  const [first, last] = [WIDTHS[0], WIDTHS[WIDTHS.length - 1] ?? WIDTHS[0]];
  const at = Math.min(Math.max(zoom, first[0]), last[0]);
  const next = Math.max(
    1,
    WIDTHS.findIndex(([stop]) => stop >= at),
  );
  const [[from, low], [to, high]] = [WIDTHS[next - 1] ?? first, WIDTHS[next] ?? last];
  const share = (GROWTH ** (at - from) - 1) / (GROWTH ** (to - from) - 1);
  const [least, most] = [low, high].map((part) => Math.max(NARROWEST, width * part)) as [number, number];
  return least + (most - least) * share;
}

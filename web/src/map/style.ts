import type { FilterSpecification, LayerSpecification, StyleSpecification } from "maplibre-gl";
import type { Palette } from "./palette.ts";
import { streetLabels, waterLabels } from "./style_labels.ts";
import { casing, fill, paths, rails, STREETS, tunnels } from "./style_streets.ts";

/** The source of the streets, houses and waters: Shortbread tiles from our own server. */
export const TILES = "tiles";
/** The deepest zoom that Shortbread tiles have; nearer ones are drawn from it. */
export const DEEPEST = 14;

/** Kinds of land that are green. */
export const GREENS = [
  "forest",
  "grass",
  "meadow",
  "park",
  "garden",
  "playground",
  "golf_course",
  "miniature_golf",
  "cemetery",
  "grave_yard",
  "recreation_ground",
  "village_green",
  "allotments",
  "orchard",
  "vineyard",
  "scrub",
  "heath",
  "grassland",
  "farmland",
  "plant_nursery",
  "marsh",
  "swamp",
  "bog",
];
/** Kinds of land that are sandy. */
export const SANDS = ["sand", "beach"];

/** The whole style of the map in the given colours, with names in the given language where there are any. */
export function mapStyle(palette: Palette, origin: string, language: string): StyleSpecification {
  return {
    version: 8,
    sources: {
      [TILES]: { type: "vector", tiles: [`${origin}/map/tiles/{z}/{x}/{y}`], minzoom: 0, maxzoom: DEEPEST },
    },
    layers: [
      { id: "land", type: "background", paint: { "background-color": palette.land } },
      ...grounds(palette),
      ...buildings(palette),
      tunnels(palette),
      paths(palette),
      rails(palette),
      ...STREETS.map((street) => casing(street, palette)),
      ...STREETS.map((street) => fill(street, palette)),
      ...streetLabels(palette, language),
      waterLabels(palette, language),
    ],
  };
}

function grounds(palette: Palette): LayerSpecification[] {
  return [
    area("green", "land", palette.green, ["in", ["get", "kind"], ["literal", GREENS]]),
    area("sand", "land", palette.sand, ["in", ["get", "kind"], ["literal", SANDS]]),
    area("sea", "ocean", palette.water),
    area("water", "water_polygons", palette.water),
    {
      id: "brook",
      type: "line",
      source: TILES,
      "source-layer": "water_lines",
      filter: ["!=", ["get", "tunnel"], true],
      paint: { "line-color": palette.water, "line-width": 2 },
    },
    area("pier", "pier_polygons", palette.land),
    {
      id: "pier-line",
      type: "line",
      source: TILES,
      "source-layer": "pier_lines",
      paint: { "line-color": palette.land, "line-width": 4 },
    },
    {
      ...area("square", "street_polygons", palette.road, ["!=", ["get", "tunnel"], true]),
      paint: { "fill-color": palette.road, "fill-outline-color": palette.roadEdge },
    },
  ];
}

function buildings(palette: Palette): LayerSpecification[] {
  return [
    {
      id: "building",
      type: "fill",
      source: TILES,
      "source-layer": "buildings",
      minzoom: 14,
      paint: { "fill-color": palette.building, "fill-outline-color": palette.buildingEdge },
    },
  ];
}

function area(id: string, layer: string, colour: string, filter?: FilterSpecification): FillLayer {
  const spec: FillLayer = {
    id,
    type: "fill",
    source: TILES,
    "source-layer": layer,
    paint: { "fill-color": colour },
  };
  return filter ? { ...spec, filter } : spec;
}

type FillLayer = Extract<LayerSpecification, { type: "fill" }>;

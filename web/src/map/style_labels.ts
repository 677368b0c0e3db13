import type { ExpressionSpecification, LayerSpecification } from "maplibre-gl";
import type { Palette } from "./palette.ts";

type SymbolLayer = Extract<LayerSpecification, { type: "symbol" }>;

/** The page's own typeface by weight; `map.css` declares them under these names. */
export const FONTS = {
  small: "Figtree Medium",
  large: "Figtree Semibold",
  water: "Figtree Medium Italic",
} as const;

const LARGE = ["motorway", "trunk", "primary", "secondary", "tertiary"];

/** The names of streets, along them. */
export function streetLabels(palette: Palette, language: string): SymbolLayer[] {
  const isLarge: ExpressionSpecification = ["in", ["get", "kind"], ["literal", LARGE]];
  const labels = (
    id: string,
    font: string,
    filter: ExpressionSpecification,
    minzoom: number,
  ): SymbolLayer => ({
    id,
    type: "symbol",
    source: "tiles",
    "source-layer": "street_labels",
    minzoom,
    filter,
    layout: {
      "symbol-placement": "line",
      "symbol-spacing": 320,
      "text-field": named(language),
      "text-font": [font],
      "text-size": 11,
      "text-max-angle": 35,
      "text-padding": 4,
    },
    paint: { "text-color": palette.label, "text-halo-color": palette.labelHalo, "text-halo-width": 1.3 },
  });
  return [labels("name", FONTS.small, ["!", isLarge], 14), labels("name-large", FONTS.large, isLarge, 12)];
}

/** The names of waters. */
export function waterLabels(palette: Palette, language: string): SymbolLayer {
  return {
    id: "name-water",
    type: "symbol",
    source: "tiles",
    "source-layer": "water_polygons_labels",
    minzoom: 14,
    layout: {
      "text-field": named(language),
      "text-font": [FONTS.water],
      "text-size": 13,
      "text-letter-spacing": 0.04,
    },
    paint: { "text-color": palette.labelWater },
  };
}

/** Whether the name of a street stands before those of smaller ones. */
export function isLargeStreet({ kind }: Readonly<Record<string, unknown>>): boolean {
  return LARGE.some((large) => large === kind);
}

/** The name of something in a language, else as the place itself has it; empty where there is none. */
export function namedIn(properties: Readonly<Record<string, unknown>>, language: string): string {
  const name = properties[`name_${primary(language)}`] ?? properties.name;
  return typeof name === "string" ? name : "";
}

/** The name in the reader's language, which Shortbread tiles have for English and German. */
function named(language: string): ExpressionSpecification {
  return ["coalesce", ["get", `name_${primary(language)}`], ["get", "name"], ""];
}

function primary(language: string): string {
  return language.split("-")[0] ?? "en";
}

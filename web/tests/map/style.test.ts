import { readFileSync } from "node:fs";
import { validateStyleMin } from "@maplibre/maplibre-gl-style-spec";
import { expect, test } from "vitest";
import { type Palette, plainColour, TOKENS } from "../../src/map/palette.ts";
import { mapStyle } from "../../src/map/style.ts";

const names = Object.keys(TOKENS) as (keyof Palette)[];
/** A colour for each token that no style would hold by itself. */
const palette = Object.fromEntries(
  names.map((name, index) => [name, `#0102${(16 + index).toString(16)}`]),
) as Palette;
const style = mapStyle(palette, "https://example.org", "de");

test("is a valid style", () => {
  expect(validateStyleMin(style)).toEqual([]);
});

test("every colour of every layer is a token's", () => {
  const known = new Set(Object.values(palette));
  const colours = style.layers.flatMap((layer) =>
    Object.entries(layer.paint ?? {}).filter(([property]) => property.endsWith("color")),
  );
  expect(colours.length).toBeGreaterThan(20);
  for (const [property, colour] of colours) {
    expect(known, property).toContain(colour);
  }
  const literal = JSON.stringify(style).match(/#[0-9a-f]{3,8}\b|rgba?\(|hsla?\(/gi) ?? [];
  expect(new Set(literal.filter((colour) => !known.has(colour)))).toEqual(new Set());
});

test("every token of the map is used, and stands in the style sheet", () => {
  const text = JSON.stringify(style);
  const tokens = readFileSync("src/styles/tokens.css", "utf8");
  for (const name of names) {
    expect(text, name).toContain(palette[name]);
    expect(tokens).toContain(`${TOKENS[name]}:`);
  }
});

test("asks only our own origin: no sprite, no glyphs, no other source", () => {
  expect(style.sprite).toBeUndefined();
  expect(style.glyphs).toBeUndefined();
  const addresses = JSON.stringify(style).match(/https?:[^"]+/g);
  expect(addresses).toEqual(["https://example.org/map/tiles/{z}/{x}/{y}"]);
});

test("names streets in the reader's language, and nothing but streets and waters", () => {
  const labels = style.layers.filter((layer) => layer.type === "symbol");
  expect(labels.map((layer) => layer["source-layer"])).toEqual([
    "street_labels",
    "street_labels",
    "water_polygons_labels",
  ]);
  expect(JSON.stringify(labels)).toContain('"name_de"');
});

test("larger streets lie over smaller ones, and all over their edges", () => {
  const ids = style.layers.map((layer) => layer.id);
  expect(ids.indexOf("major")).toBeGreaterThan(ids.indexOf("residential"));
  expect(ids.indexOf("service")).toBeGreaterThan(ids.indexOf("major-edge"));
});

test("colours that the browser mixed are made plain", () => {
  expect(plainColour("rgb(11, 107, 87)")).toBe("rgb(11, 107, 87)");
  expect(plainColour("color(srgb 0.5 0 1 / 0.25)")).toBe("rgba(128, 0, 255, 0.25)");
  expect(plainColour("color(srgb 0 0 1)")).toBe("rgba(0, 0, 255, 1)");
});

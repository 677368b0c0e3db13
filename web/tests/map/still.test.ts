import { createExpression } from "@maplibre/maplibre-gl-style-spec";
import { expect, test } from "vitest";
import { padding } from "../../src/map/camera.ts";
import { type Palette, TOKENS } from "../../src/map/palette.ts";
import { paintNames } from "../../src/map/still/names.ts";
import { shapes } from "../../src/map/still/painter.ts";
import type { Tile } from "../../src/map/still/tiles.ts";
import { project, TILE_PX, tilesOf, type View, viewOf } from "../../src/map/still/view.ts";
import { mapStyle } from "../../src/map/style.ts";
import { widthAt } from "../../src/map/style_streets.ts";

const VAN = { lat: 43.7352, lon: 7.4205 };
const DOOR = { lat: 43.7345, lon: 7.4222 };
const SIZE = { width: 390, height: 338 };
const NONE = { top: 0, bottom: 0, left: 0, right: 0 };
const palette = Object.fromEntries(
  Object.keys(TOKENS).map((name, index) => [name, `#0102${(16 + index).toString(16)}`]),
) as Palette;

test("a view holds its bounds between the padding, as near as they allow", () => {
  const bounds = [VAN.lon, DOOR.lat, DOOR.lon, VAN.lat] as const;
  const free = padding(SIZE.width, SIZE.height);
  const view = viewOf(bounds, SIZE, free, 22);
  const corner = project({ lat: VAN.lat, lon: VAN.lon }, view);
  const opposite = project({ lat: DOOR.lat, lon: DOOR.lon }, view);
  expect(corner.x).toBeCloseTo(free.left, 6);
  expect(opposite.x).toBeCloseTo(SIZE.width - free.right, 6);
  expect(corner.y).toBeGreaterThan(free.top);
  expect((corner.y + opposite.y) / 2).toBeCloseTo((free.top + SIZE.height - free.bottom) / 2, 6);
  expect(viewOf(bounds, SIZE, free, 15).zoom).toBe(15);
  const point = viewOf([VAN.lon, VAN.lat, VAN.lon, VAN.lat], SIZE, free, 16.5);
  expect(point.zoom).toBe(16.5);
  expect(project(VAN, point).x).toBeCloseTo(SIZE.width / 2, 6);
});

test("a place lies where its tile has it", () => {
  // Tile 14/8529/5974 is the one of the old town: its corners by the definition of web map tiles.
  const count = 2 ** 14;
  const lon = (8529 / count) * 360 - 180;
  const lat = (Math.atan(Math.sinh(Math.PI * (1 - (2 * 5974) / count))) * 180) / Math.PI;
  const view: View = { x: (8529 / count) * TILE_PX, y: (5974 / count) * TILE_PX, zoom: 14, ...SIZE };
  const corner = project({ lat, lon }, view);
  expect(corner.x).toBeCloseTo(SIZE.width / 2, 6);
  expect(corner.y).toBeCloseTo(SIZE.height / 2, 6);
});

test("the tiles of a view cover it, none deeper than there are, and none outside of the world", () => {
  const view = viewOf([VAN.lon, DOOR.lat, DOOR.lon, VAN.lat], SIZE, NONE, 16.5);
  const tiles = tilesOf(view, 14);
  expect(new Set(tiles.map(({ z }) => z))).toEqual(new Set([14]));
  for (const [x, y] of [
    [0, 0],
    [SIZE.width, 0],
    [0, SIZE.height],
    [SIZE.width, SIZE.height],
  ] as const) {
    const holds = tiles.filter(
      ({ left, top, edge }) => left <= x && left + edge >= x && top <= y && top + edge >= y,
    );
    expect(holds.length, `${x},${y}`).toBeGreaterThan(0);
  }
  const world = tilesOf({ x: 256, y: 256, zoom: 0, width: 2000, height: 2000 }, 14);
  expect(world.map(({ z, x, y }) => [z, x, y])).toEqual([[0, 0, 0]]);
});

test("streets are as wide as on the map that can be moved", () => {
  const { layers } = mapStyle(palette, "https://example.org", "de");
  const layer = layers.find(({ id }) => id === "residential");
  const width = layer?.type === "line" ? layer.paint?.["line-width"] : undefined;
  const made = createExpression(width, "line-width");
  if (made.result === "error") {
    throw new Error("the width of the style is no expression");
  }
  for (const zoom of [8, 10, 12.3, 14, 15.5, 16, 17.9, 19, 22]) {
    expect(widthAt(6, zoom)).toBeCloseTo(made.value.evaluate({ zoom }), 9);
  }
});

test("draws the same in the same order as the map that can be moved", () => {
  const { layers } = mapStyle(palette, "https://example.org", "de");
  const drawn = layers.flatMap((layer) => {
    if (layer.type !== "fill" && layer.type !== "line") {
      return [];
    }
    const colour = Object.entries(layer.paint ?? {}).find(([name]) => /^(fill|line)-color$/.test(name));
    return [[layer["source-layer"], colour?.[1]]];
  });
  const still = shapes(16).filter(({ colour }) => colour !== "buildingEdge");
  expect(still.map(({ layer, colour }) => [layer, palette[colour]])).toEqual(drawn);
});

/** A pen that writes down what is written, with letters of six pixels. */
class Pen {
  readonly written: string[] = [];
  readonly turns: number[] = [];
  font = "";
  measureText(text: string) {
    return { width: text.length * 6 };
  }
  setLineDash() {}
  setTransform(cos: number, sin: number) {
    this.turns.push(Math.atan2(sin, cos));
  }
  strokeText() {}
  fillText(text: string) {
    this.written.push(text);
  }
}

/** What is written along streets on a tile that fills the view, at two pixels of the device for one of the page. */
function names(
  ...streets: { name: string; name_de?: string; kind?: string; line: [number, number][] }[]
): Pen {
  const features = streets.map(({ line, ...properties }) => ({
    properties,
    lines: [line.map(([x, y]) => ({ x, y }))],
    box: [0, 0, 400, 400] as const,
  }));
  const tile = {
    extent: 400,
    features: (layer: string) => features.filter(() => layer === "street_labels"),
  } as unknown as Tile;
  const at = { z: 14, x: 0, y: 0, left: 0, top: 0, edge: 400 };
  const view = { x: 0, y: 0, zoom: 16, width: 400, height: 400 };
  const pen = new Pen();
  const picture = { view, ratio: 2, palette, language: "de-AT" };
  paintNames(pen as unknown as OffscreenCanvasRenderingContext2D, picture, [{ tile, at }]);
  return pen;
}

test("writes a name along its street from left to right, in the reader's language", () => {
  const street = { name: "Main Street", name_de: "Haupt", kind: "residential" };
  const there = names({
    ...street,
    line: [
      [50, 100],
      [350, 100],
    ],
  });
  const back = names({
    ...street,
    line: [
      [350, 100],
      [50, 100],
    ],
  });
  expect(there.written.join("")).toBe("Haupt");
  expect(back.written).toEqual(there.written);
  for (const turn of [...there.turns, ...back.turns]) {
    expect(turn).toBeCloseTo(0, 9);
  }
});

test("leaves out a name that does not fit, that turns too sharply, or that another one is in the way of", () => {
  const line: [number, number][] = [
    [50, 100],
    [350, 100],
  ];
  expect(
    names({
      name: "Rue de la Turbie",
      line: [
        [50, 100],
        [120, 100],
      ],
    }).written,
  ).toEqual([]);
  expect(
    names({
      name: "Corner",
      line: [
        [50, 150],
        [100, 100],
        [51, 151],
      ],
    }).written,
  ).toEqual([]);
  expect(
    names({
      name: "Out",
      line: [
        [-300, 100],
        [10, 100],
      ],
    }).written,
  ).toEqual([]);
  expect(names({ name: "", line }).written).toEqual([]);
  const two = names({ name: "small", kind: "service", line }, { name: "LARGE", kind: "primary", line });
  expect(two.written.join("")).toBe("LARGE");
});

test("does not pull letters apart that change with their neighbours", () => {
  const line: [number, number][] = [
    [50, 100],
    [350, 100],
  ];
  expect(names({ name: "شارع الميناء", line }).written).toEqual(["شارع الميناء"]);
});

import { expect, test } from "vitest";
import { Glide } from "../../src/map/glide.ts";
import { onLine } from "../../src/map/line.ts";

const way = [
  { lat: 50, lon: 8, at: 1000 },
  { lat: 50, lon: 8.01, at: 2000 },
  { lat: 50.01, lon: 8.01, at: 4000 },
];

test("the van is where the clock has it, in proportion between two places", () => {
  expect(onLine(way, 500)?.place).toMatchObject({ lat: 50, lon: 8 });
  expect(onLine(way, 1500)?.place.lon).toBeCloseTo(8.005, 6);
  expect(onLine(way, 3000)?.place.lat).toBeCloseTo(50.005, 6);
  expect(onLine(way, 3000)?.next).toMatchObject({ lat: 50.01, lon: 8.01 });
});

test("a dot on a line moves by the clock alone", () => {
  let server = 1500;
  const glide = new Glide({ lat: 50, lon: 8, observedAt: 1000, way }, () => server);
  expect(glide.at(0)).toMatchObject({ facing: "right", moving: true });
  expect(glide.at(0).place.lon).toBeCloseTo(8.005, 6);
  server = 9000;
  expect(glide.at(0)).toMatchObject({ place: { lat: 50.01, lon: 8.01 }, moving: false });
});

test("at the end of its line the van waits, and leads nowhere", () => {
  expect(onLine(way, 9000)).toMatchObject({ place: { lat: 50.01, lon: 8.01 }, next: undefined });
});

test("without a line or a clock there is nothing to be on", () => {
  expect(onLine([], 1000)).toBeUndefined();
  expect(onLine(way, undefined)).toBeUndefined();
});

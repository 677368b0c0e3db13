import { expect, test } from "vitest";
import { frame, isWithin, padding } from "../../src/map/camera.ts";
import { around, between, metres, metresEast, pixels } from "../../src/map/geo.ts";

const VAN = { lat: 43.7352, lon: 7.4205 };
const DOOR = { lat: 43.7345, lon: 7.4222 };

test("frames van and door, and the circle where there is one", () => {
  expect(frame(VAN, 0, DOOR)).toEqual([7.4205, 43.7345, 7.4222, 43.7352]);
  expect(frame(VAN, 0, undefined)).toEqual([7.4205, 43.7352, 7.4205, 43.7352]);
  const [west, south, east, north] = frame(VAN, 150, DOOR);
  expect(metres({ lat: VAN.lat, lon: west }, VAN)).toBeCloseTo(150, 1);
  expect(metres({ lat: north, lon: VAN.lon }, VAN)).toBeCloseTo(150, 1);
  expect(south).toBeLessThan(DOOR.lat);
  expect(east).toBeGreaterThan(DOOR.lon);
});

test("gives way on a small map, so that something is left to see", () => {
  expect(padding(800, 700)).toMatchObject({ left: 48, right: 48 });
  const small = padding(200, 150);
  expect(small.left + small.right).toBeLessThan(100);
  expect(small.top + small.bottom).toBeLessThan(110);
});

test("rests while the van is in the inner seven tenths", () => {
  expect(isWithin(50, 50, 100, 100)).toBe(true);
  expect(isWithin(16, 84, 100, 100)).toBe(true);
  expect(isWithin(14, 50, 100, 100)).toBe(false);
  expect(isWithin(50, 86, 100, 100)).toBe(false);
});

test("measures on the ground", () => {
  expect(metres({ lat: 43, lon: 7 }, { lat: 44, lon: 7 })).toBeCloseTo(111_195, -1);
  expect(metresEast(VAN, DOOR)).toBeGreaterThan(0);
  expect(metresEast(DOOR, VAN)).toBeLessThan(0);
  expect(between(VAN, DOOR, 1)).toEqual(DOOR);
  expect(around(VAN, 150)).toHaveLength(4);
});

test("a circle is to scale: twice the pixels a zoom deeper", () => {
  expect(pixels(150, VAN.lat, 16)).toBeCloseTo(2 * pixels(150, VAN.lat, 15), 6);
  // At zoom 16 a pixel is 1.19 m on the equator with tiles of 512 pixels.
  expect(pixels(119.4, 0, 16)).toBeCloseTo(100, 0);
});

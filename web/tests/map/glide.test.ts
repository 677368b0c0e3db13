import { describe, expect, test } from "vitest";
import { metres } from "../../src/map/geo.ts";
import { Glide, type Released } from "../../src/map/glide.ts";

const at = (second: number, east: number, north = 0): Released => ({
  lat: 43.73 + north / 111_195,
  lon: 7.42 + east / 80_350,
  observedAt: second * 1_000,
  way: [],
});
const real = (span: number) => span;

test("the first position is simply there", () => {
  const glide = new Glide(at(0, 0));
  expect(glide.at(0)).toMatchObject({ place: at(0, 0), moving: false });
});

test("moves evenly and arrives one interval after it learned of a position", () => {
  const glide = new Glide(at(0, 0));
  glide.add(at(5, 50), 1_000, real);
  for (const [now, east] of [
    [1_000, 0],
    [2_000, 10],
    [3_500, 25],
    [6_000, 50],
    [60_000, 50],
  ] as const) {
    expect(metres(glide.at(now).place, at(0, east))).toBeLessThan(0.05);
  }
  expect(glide.at(5_999).moving).toBe(true);
  expect(glide.at(6_000).moving).toBe(false);
});

test("the interval is the server's, also where its clock runs faster", () => {
  const glide = new Glide(at(0, 0));
  glide.add(at(20, 100), 0, (span) => span / 20);
  expect(metres(glide.at(500).place, at(0, 50))).toBeLessThan(0.1);
});

test("what is known already, or older, changes nothing", () => {
  const glide = new Glide(at(10, 0));
  glide.add(at(10, 50), 0, real);
  glide.add(at(5, 50), 0, real);
  expect(glide.at(100_000).place).toEqual(at(10, 0));
});

test("a page that slept catches up within seconds", () => {
  const glide = new Glide(at(0, 0));
  glide.add(at(600, 2_000), 0, real);
  expect(glide.at(12_000).place).toMatchObject({ lon: at(600, 2_000).lon });
});

test("faces the side that it drives to, and does not turn for a wobble", () => {
  const glide = new Glide(at(0, 0));
  expect(glide.at(0).facing).toBe("right");
  glide.add(at(5, -40), 0, real);
  expect(glide.at(1).facing).toBe("left");
  glide.add(at(10, -39), 10_000, real);
  expect(glide.at(10_001).facing).toBe("left");
  glide.add(at(15, -39, 300), 20_000, real);
  expect(glide.at(20_001).facing).toBe("left");
  glide.add(at(20, 10, 300), 30_000, real);
  expect(glide.at(30_001).facing).toBe("right");
});

describe.each([1, 2, 3, 4, 5, 6, 7, 8])("on a drive of chance number %i", (seed) => {
  const { released, drawn } = drive(seed);

  test("it never jumps: no frame moves it farther than the fastest stretch allows", () => {
    for (let index = 1; index < drawn.length; index += 1) {
      const [before, now] = [drawn[index - 1], drawn[index]];
      if (before && now) {
        expect(metres(before.place, now.place)).toBeLessThan(12);
      }
    }
  });

  test("it never leaves the line through what is known, and never runs ahead of it", () => {
    for (const { place, known } of drawn) {
      const legs = released.slice(0, known);
      expect(distanceToLine(place, legs)).toBeLessThan(0.5);
    }
  });

  test("it ends where the van was last", () => {
    expect(drawn.at(-1)?.place).toMatchObject({ lat: released.at(-1)?.lat, lon: released.at(-1)?.lon });
  });
});

/** Positions at uneven intervals, learned late, and what is drawn of them every 50 ms. */
function drive(seed: number) {
  let state = seed;
  const random = () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
  const released: Released[] = [at(0, 0)];
  for (let second = 0, east = 0, north = 0; released.length < 30; ) {
    const step = 3 + Math.floor(random() * 8);
    second += step;
    east += (random() - 0.3) * 12 * step;
    north += (random() - 0.5) * 12 * step;
    released.push(at(second, east, north));
  }
  const [first, ...rest] = released as [Released, ...Released[]];
  const glide = new Glide(first);
  const arrivals = rest.map((position) => ({ position, learned: position.observedAt + random() * 2_000 }));
  const drawn: { place: { lat: number; lon: number }; known: number }[] = [];
  let known = 1;
  for (let now = 0; now < 400_000; now += 50) {
    while (arrivals[0] && arrivals[0].learned <= now) {
      glide.add(arrivals[0].position, now, real);
      arrivals.shift();
      known += 1;
    }
    drawn.push({ place: glide.at(now).place, known });
  }
  return { released, drawn };
}

function distanceToLine(place: { lat: number; lon: number }, line: readonly Released[]): number {
  if (line.length === 1 && line[0]) {
    return metres(place, line[0]);
  }
  let nearest = Number.POSITIVE_INFINITY;
  for (let index = 1; index < line.length; index += 1) {
    const [from, to] = [line[index - 1], line[index]];
    if (from && to) {
      const detour = metres(from, place) + metres(place, to) - metres(from, to);
      nearest = Math.min(nearest, detour);
    }
  }
  return nearest;
}

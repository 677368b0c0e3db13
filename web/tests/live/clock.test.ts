import { expect, test } from "vitest";
import { instant, ServerClock } from "../../src/live/clock.ts";

test("tells the server's time, also where the own clock is hours off", () => {
  let own = 5_000_000;
  const clock = new ServerClock(1, () => own);
  expect(clock.now()).toBeUndefined();
  clock.set(Date.parse("2025-11-25T13:52:00Z"));
  own += 2_500;
  expect(clock.now()).toBe(Date.parse("2025-11-25T13:52:02.500Z"));
});

test("runs as fast as the server's", () => {
  let own = 0;
  const clock = new ServerClock(20, () => own);
  clock.set(1_000);
  own = 100;
  expect(clock.now()).toBe(3_000);
  expect(clock.own(20_000)).toBe(1_000);
});

test("an own clock that is set back does not turn time back", () => {
  let own = 10_000;
  const clock = new ServerClock(1, () => own);
  clock.set(1_000);
  own = 0;
  expect(clock.now()).toBe(1_000);
});

test("a speed that is none is real time", () => {
  for (const speed of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
    expect(new ServerClock(speed).speed).toBe(1);
  }
});

test("reads instants and nothing else", () => {
  expect(instant("2025-11-25T13:52:00Z")).toBe(1_764_078_720_000);
  for (const text of ["", "soon", null, undefined]) {
    expect(instant(text)).toBeUndefined();
  }
});

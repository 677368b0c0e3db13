import { expect, test } from "vitest";
import { DoorstepError, secondsOf } from "../src/error.ts";
import { mayPass, Pauses, pause } from "../src/retry.ts";

test("pauses double up to the longest, and each is spread by half", () => {
  for (const [random, share] of [
    [0, 0.5],
    [0.5, 0.75],
    [1, 1],
  ] as const) {
    const pauses = new Pauses(100, 1_000, () => random);
    const told = Array.from({ length: 6 }, () => pauses.next(undefined));
    expect(told).toEqual([100, 200, 400, 800, 1_000, 1_000].map((full) => full * share));
    pauses.reset();
    expect(pauses.next(undefined)).toBe(100 * share);
  }
});

test("pauses are as long as the server asks, unless that is too long", () => {
  const pauses = new Pauses(100, 5_000, () => 1);
  expect(pauses.next(2)).toBe(2_000);
  expect(pauses.next(0)).toBe(200);
  expect(pauses.next(5)).toBe(5_000);
  expect(pauses.next(6)).toBeUndefined();
});

test("what may pass is no answer, or one that says not now", () => {
  const of = (code: string, status?: number) => new DoorstepError("GET /healthz", code, { status });
  for (const error of [of("unreachable"), of("timed_out"), of("busy", 503), of("unexpected_answer", 502)]) {
    expect(mayPass(error)).toBe(true);
  }
  for (const error of [
    of("not_found", 404),
    of("internal", 500),
    of("disk_full", 507),
    of("redirected", 301),
  ]) {
    expect(mayPass(error)).toBe(false);
  }
  expect(mayPass(new TypeError("ours"))).toBe(false);
});

test("Retry-After is a number of seconds or a date", () => {
  const now = Date.parse("2026-05-04T09:30:00Z");
  expect(secondsOf("7", now)).toBe(7);
  expect(secondsOf("Mon, 04 May 2026 09:30:05 GMT", now)).toBe(5);
  expect(secondsOf("Mon, 04 May 2026 09:00:00 GMT", now)).toBe(0);
  for (const none of [null, "", "soon", "1e9999"]) {
    expect(secondsOf(none, now)).toBeUndefined();
  }
});

test("a pause ends at once when whoever waits has enough", async () => {
  await expect(pause(60_000, AbortSignal.abort(new Error("enough")))).rejects.toThrow("enough");
  const ended = new AbortController();
  const waiting = pause(60_000, ended.signal);
  ended.abort(new Error("enough"));
  await expect(waiting).rejects.toThrow("enough");
});

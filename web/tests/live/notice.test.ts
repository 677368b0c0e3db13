import { expect, test } from "vitest";
import { Backoff } from "../../src/live/backoff.ts";
import { pageLocale } from "../../src/live/locale.ts";
import { clockTime, noticeWords, troubleOf } from "../../src/live/notice.ts";

test("tells of trouble only where there is some", () => {
  expect(troubleOf(true, "live", 100_000)).toBeUndefined();
  expect(troubleOf(true, "away", 1_000)).toBeUndefined();
  expect(troubleOf(true, "away", 3_000)).toBe("away");
  expect(troubleOf(false, "away", 0)).toBe("offline");
});

test("says as of when, in the zone of the page", () => {
  const at = Date.parse("2025-11-25T12:52:00Z");
  expect(noticeWords("You are offline. As of {time}.", at, "en", "Europe/Monaco")).toBe(
    "You are offline. As of 13:52.",
  );
  expect(noticeWords("Stand {time}.", undefined, "de")).toBe("Stand ….");
  expect(clockTime(at, "en-US-u-hc-h12", "America/New_York")).toMatch(/^7:52\sAM$/);
  expect(clockTime(Date.parse("2025-11-25T23:05:00Z"), "de", "Europe/Berlin")).toBe("00:05");
});

test("reads the clock that the page says, in the digits that the page writes", () => {
  const page = { lang: "ar-EG", dataset: { hours: "12" } };
  expect(clockTime(Date.parse("2025-11-25T12:52:00Z"), pageLocale(page), "Africa/Cairo")).toMatch(
    /^2:52\sم$/,
  );
  page.dataset.hours = "24";
  expect(clockTime(Date.parse("2025-11-25T12:52:00Z"), pageLocale(page), "Africa/Cairo")).toBe("14:52");
});

test("waits longer from try to try, never longer than the limit, and spread out", () => {
  const longest = new Backoff(1_000, 30_000, () => 1);
  expect([0, 1, 2, 3, 4, 5, 6].map(() => longest.next())).toEqual([
    1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000,
  ]);
  longest.reset();
  expect(longest.next()).toBe(1_000);
  expect(new Backoff(1_000, 30_000, () => 0).next()).toBe(500);
});

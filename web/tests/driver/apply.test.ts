import { expect, test } from "vitest";
import { withWaiting } from "../../src/driver/logic/apply.ts";
import { entry, HOLD_MS, outcomeEntries, wire } from "../../src/driver/logic/entries.ts";
import { entryOf, parcel, stop, tour } from "./made.ts";

const DAY = tour([stop("a", "remaining", [parcel("a1"), parcel("a2")]), stop("b")], { phase: "not_started" });

test("what waits is already true on this phone", () => {
  const now = withWaiting(DAY, [
    entryOf("1", { kind: "started" }),
    entryOf("2", { kind: "arrived", stop: "a" }, { at: 2_000 }),
    entryOf("3", { kind: "delivered", parcel: "a1", outcome: "delivered_to_recipient" }),
  ]);
  expect(now.phase).toBe("underway");
  expect(now.since).toBe(1_000);
  expect(now.stops[0]).toMatchObject({ state: "arrived", arrivedAt: 2_000 });
  expect(now.stops[0]?.parcels.map(({ outcome }) => outcome)).toEqual(["delivered_to_recipient", undefined]);
});

test("a stop is served when each of its parcels has an outcome, good or bad", () => {
  const now = withWaiting(DAY, [
    entryOf("1", { kind: "delivered", parcel: "a1", outcome: "delivered_to_mailbox" }),
    entryOf("2", { kind: "attempted", parcel: "a2", outcome: "failed_damaged" }),
    entryOf("3", { kind: "skipped", stop: "a" }),
  ]);
  expect(now.stops.map(({ state }) => state)).toEqual(["served", "remaining"]);
});

test("breaks begin and end, and only on the way", () => {
  const begun = entryOf("1", { kind: "break_begun" });
  const ended = entryOf("2", { kind: "break_ended" });
  const underway = { ...DAY, phase: "underway" as const };
  expect(withWaiting(underway, [begun]).phase).toBe("on_break");
  expect(withWaiting(underway, [begun, ended]).phase).toBe("underway");
  expect(withWaiting(DAY, [begun]).phase).toBe("not_started");
  expect(withWaiting(underway, [entryOf("3", { kind: "ended" })]).phase).toBe("ended");
});

test("one tap closes the map and one opens it, and the tour goes on", () => {
  const hidden = entryOf("1", { kind: "map_hidden" });
  const now = withWaiting(DAY, [hidden, entryOf("2", { kind: "started" })]);
  expect(now).toMatchObject({ mapHidden: true, phase: "underway" });
  expect(withWaiting(now, [entryOf("3", { kind: "map_shown" })])).toEqual({ ...now, mapHidden: false });
});

test("entries of another tour, and places, change nothing", () => {
  const foreign = entryOf("1", { kind: "started" }, { tour: "other" });
  expect(withWaiting(DAY, [foreign, entryOf("2", { kind: "fix", lat: 1, lon: 2 })])).toEqual(DAY);
});

test("an outcome is one entry for each parcel, held back for a moment", () => {
  const before = Date.now();
  const entries = outcomeEntries("tour", ["a1", "a2"], "failed_refused", 5_000);
  expect(entries.map(({ what }) => what)).toEqual([
    { kind: "attempted", parcel: "a1", outcome: "failed_refused" },
    { kind: "attempted", parcel: "a2", outcome: "failed_refused" },
  ]);
  expect(entries[0]?.heldUntil).toBeGreaterThanOrEqual(before + HOLD_MS);
  expect(new Set(entries.map(({ id }) => id)).size).toBe(2);
});

test("an entry goes out with its identity of 128 bits, its instant and what happened", () => {
  const made = entry("tour", { kind: "arrived", stop: "a" }, Date.parse("2025-11-25T13:52:00Z"));
  expect(made.id).toMatch(/^[0-9a-f]{32}$/);
  expect(wire(made)).toEqual({ id: made.id, at: "2025-11-25T13:52:00.000Z", kind: "arrived", stop: "a" });
});

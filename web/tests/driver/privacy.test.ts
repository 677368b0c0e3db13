import { afterEach, expect, test, vi } from "vitest";
import { PlaceWatch } from "../../src/driver/device/place.ts";
import { mayCollect } from "../../src/driver/logic/collect.ts";
import type { Happening, Phase } from "../../src/driver/logic/model.ts";
import { readPrivacy } from "../../src/driver/logic/privacy.ts";
import { stop, tour } from "./made.ts";

afterEach(() => {
  vi.unstubAllGlobals();
});

test("a place is collected on a tour under way for which the driver wanted it, and never else", () => {
  const phases: Phase[] = ["not_started", "underway", "on_break", "ended"];
  const may = (sharing: string | undefined) =>
    phases.filter((phase) => mayCollect(tour([stop("a")], { phase }), sharing));
  expect(may("tour")).toEqual(["underway"]);
  expect(may(undefined)).toEqual([]);
  expect(may("another")).toEqual([]);
  expect(mayCollect(undefined, undefined)).toBe(false);
});

test("a watch that is switched off asks the phone for nothing, and what comes late is thrown away", () => {
  const phone = { found: (_: unknown) => {}, watching: new Set<number>() };
  const geolocation = {
    watchPosition(found: (position: unknown) => void) {
      phone.found = found;
      phone.watching.add(7);
      return 7;
    },
    clearWatch: (watch: number) => phone.watching.delete(watch),
  };
  vi.stubGlobal("navigator", { geolocation });
  const kept: Happening[] = [];
  const watch = new PlaceWatch(
    (what) => kept.push(what),
    () => undefined,
  );
  const coords = { latitude: 43.7, longitude: 7.4, accuracy: 6, speed: 12, heading: 90 };
  watch.set(false);
  expect(phone.watching.size).toBe(0);
  watch.set(true);
  phone.found({ coords, timestamp: 0 });
  watch.set(false);
  expect(phone.watching.size).toBe(0);
  phone.found({ coords, timestamp: 60_000 });
  expect(kept).toEqual([{ kind: "fix", lat: 43.7, lon: 7.4, accuracy_m: 6 }]);
});

test("reads who sees the driver and what is kept, and leaves out what is of another shape", () => {
  const look = {
    from: "2025-11-25T13:52:00Z",
    until: "2025-11-25T13:58:00Z",
    by: "key",
    name: "planning",
  };
  const said = {
    watchers: 3,
    kept: [
      { what: "tour_logs", until: "2025-11-27", purpose: "To answer complaints." },
      { what: "audit", until: "2026-11-25" },
      { what: "thoughts", until: "2025-11-27" },
      null,
    ],
    looks: [look, { ...look, from: "then" }, { ...look, by: "somebody" }],
  };
  expect(readPrivacy(said)).toEqual({
    watchers: 3,
    kept: [
      { what: "tour_logs", until: "2025-11-27", purpose: "To answer complaints." },
      { what: "audit", until: "2026-11-25", purpose: "" },
    ],
    looks: [{ ...look, from: Date.parse(look.from), until: Date.parse(look.until) }],
  });
  expect(readPrivacy({})).toEqual({ watchers: 0, kept: [], looks: [] });
  expect(readPrivacy("no")).toBeUndefined();
});

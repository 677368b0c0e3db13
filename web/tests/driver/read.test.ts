import { expect, test } from "vitest";
import { readDay, readDriver, readVerdicts } from "../../src/driver/logic/read.ts";

const SAID = {
  driver: { name: "Driver 1" },
  tour: {
    id: "f".repeat(32),
    reference: "Tour 14",
    phase: "on_break",
    since: "2025-11-25T12:00:00Z",
    watchers: 9,
    map_hidden: true,
    stops: [
      {
        id: "a",
        address: "22 Rue Grimaldi\n98000 Monaco",
        place: { lat: 43.7, lon: 7.4 },
        state: "arrived",
        arrived_at: "2025-11-25T11:55:00Z",
        forecast: { from: "2025-11-25T13:10:00Z", until: "2025-11-25T13:35:00Z" },
        parcels: [
          {
            id: "p",
            tracking_number: "DS 1",
            kind: "gift",
            instruction: { safe_place: "other", note: "behind the bins" },
            mark: { pin: { lat: 43.7, lon: 7.4 }, photo: "1f" },
            access: { floor: "2" },
            wishes_version: 2,
            outcome: { outcome: "failed_not_home", at: "2025-11-25T11:56:00Z" },
          },
        ],
      },
    ],
  },
};

test("reads the day", () => {
  const day = readDay(SAID);
  expect(day?.driver).toBe("Driver 1");
  expect(day?.tour).toMatchObject({ reference: "Tour 14", phase: "on_break", watchers: 9, mapHidden: true });
  expect(day?.tour?.stops[0]).toMatchObject({
    state: "arrived",
    arrivedAt: Date.parse("2025-11-25T11:55:00Z"),
  });
  expect(day?.tour?.stops[0]?.parcels[0]).toEqual({
    id: "p",
    trackingNumber: "DS 1",
    kind: "gift",
    recipient: undefined,
    takers: [],
    instruction: { is: "safe_place", safePlace: "other", note: "behind the bins" },
    mark: { pin: { lat: 43.7, lon: 7.4 }, photo: "1f" },
    access: { doorbell: undefined, floor: "2", way: undefined },
    notBefore: undefined,
    wishesVersion: 2,
    wishesSeen: false,
    outcome: "failed_not_home",
    photo: false,
  });
});

test("reads a neighbour, and drops what is no instruction", () => {
  const asked = [{ neighbour: "Ada", house: "no. 7" }, { safe_place: 7 }, "shed"];
  const parcels = asked.map((instruction, number) => ({ id: `p${number}`, instruction }));
  const day = readDay({ tour: { id: "t", stops: [{ id: "s", parcels }] } });
  const read = day?.tour?.stops[0]?.parcels.map(({ instruction }) => instruction);
  expect(read).toEqual([{ is: "neighbour", neighbour: "Ada", house: "no. 7" }, undefined, undefined]);
});

test("reads who may take a parcel in", () => {
  const parcels = [{ id: "p", takers: [{ name: "Bo from next door" }, {}, 7] }];
  const day = readDay({ tour: { id: "t", stops: [{ id: "s", parcels }] } });
  expect(day?.tour?.stops[0]?.parcels[0]?.takers).toEqual(["Bo from next door", ""]);
});

test("reads what is known of a code at the door", () => {
  const read = (doorCode: unknown) => {
    const parcels = [{ id: "p", kind: "high_value", door_code: doorCode }];
    return readDay({ tour: { id: "t", stops: [{ id: "s", parcels }] } })?.tour?.stops[0]?.parcels[0]
      ?.doorCode;
  };
  expect(read({ verified: true, tries_left: 3 })).toEqual({ verified: true, triesLeft: 3 });
  expect(read({})).toEqual({ verified: false, triesLeft: 0 });
  expect(read(undefined)).toBeUndefined();
});

test("a day without a tour is a day", () => {
  expect(readDay({ driver: { name: "Driver 1" } })).toEqual({ driver: "Driver 1", tour: undefined });
});

test("what is of another shape is left out, not trusted", () => {
  for (const value of [undefined, null, 7, "day", []]) {
    expect(readDay(value)).toBeUndefined();
  }
  const stops = [
    null,
    { address: "no identity" },
    { id: "a", parcels: "none", state: "flying", place: { lat: "1" } },
  ];
  const day = readDay({ tour: { id: "t", phase: "later", watchers: Number.NaN, stops } });
  expect(day?.tour).toMatchObject({ phase: "not_started", watchers: 0, mapHidden: false });
  expect(day?.tour?.stops).toHaveLength(1);
  expect(day?.tour?.stops[0]).toMatchObject({ state: "remaining", place: undefined, parcels: [] });
});

test("reads who logged in, and what became of a batch", () => {
  expect(readDriver({ driver: { id: "d", name: "Driver 1" } })).toBe("d");
  expect(readDriver({})).toBeUndefined();
  const results = [
    { id: "a", result: "taken" },
    { id: "b", result: "refused", code: "on_break" },
    { id: "c", result: "eaten" },
  ];
  expect(readVerdicts({ results })).toEqual([
    { id: "a", result: "taken", code: "" },
    { id: "b", result: "refused", code: "on_break" },
  ]);
  expect(readVerdicts("no")).toEqual([]);
});

import { expect, test } from "vitest";
import { readMapData, readMessage } from "../../src/live/message.ts";

const VAN = { lat: 43.7352, lon: 7.4205, accuracy_m: 12, observed_at: "2025-11-25T13:52:00Z" };

test("reads a whole message", () => {
  const message = readMessage(
    JSON.stringify({
      parts: { lead: "<p>a</p>", spot: null },
      map: { van: VAN, door: { lat: 43.73, lon: 7.42 } },
      announcement: "3 stops before you",
      title: "3 stops",
      now: "2025-11-25T13:52:01Z",
    }),
  );
  expect(message?.parts).toEqual(new Map([["lead", "<p>a</p>"]]));
  expect(message?.map?.van).toMatchObject({ lat: 43.7352, lon: 7.4205, accuracyM: 12 });
  expect(message?.map?.door).toEqual({ lat: 43.73, lon: 7.42 });
  expect(message?.announcement).toBe("3 stops before you");
  expect(message?.now).toBe(Date.parse("2025-11-25T13:52:01Z"));
});

test("a message without a map has none", () => {
  const message = readMessage(JSON.stringify({ parts: {} }));
  expect(message?.map).toBeUndefined();
  expect(message?.title).toBe("");
});

test("what is no message is none", () => {
  for (const text of ["", "{", "null", "[]", "7", '{"parts":null}']) {
    expect(readMessage(text)).toBeUndefined();
  }
});

test("a van without a place or an instant is no van", () => {
  for (const van of [{ ...VAN, lat: "43" }, { ...VAN, observed_at: "soon" }, null]) {
    expect(readMapData(JSON.stringify({ van }))).toBeUndefined();
  }
  expect(readMapData(undefined)).toBeUndefined();
});

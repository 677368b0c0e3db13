import { expect, test } from "vitest";
import { pathOf, read } from "../../src/push/note.ts";
import { type Facts, stateOf } from "../../src/push/state.ts";

const NOTE = { title: "t", body: "b", lang: "en", path: "/parcels/1", tag: "1", open: "Open" };

test("reads what the server tells and leaves alone what is nothing", () => {
  expect(read(JSON.stringify(NOTE))).toEqual(NOTE);
  for (const wrong of [undefined, "", "null", "[]", "{", JSON.stringify({ ...NOTE, title: 7 })]) {
    expect(read(wrong)).toBeUndefined();
  }
});

test("a click leads to a page of ours, whatever the notification holds", () => {
  expect(pathOf("/parcels/1a", "open")).toBe("/parcels/1a");
  expect(pathOf("/parcels/1a", "safe_place")).toBe("/parcels/1a#choices");
  for (const wrong of ["//example.org", "https://example.org", "javascript:x", "/a?b", 7, undefined]) {
    expect(pathOf(wrong, "")).toBe("/orders");
  }
});

test("says how a browser stands to notifications", () => {
  const facts: Facts = { canPush: true, standalone: undefined, permission: "default", isKnown: false };
  expect(stateOf(facts)).toBe("offer");
  expect(stateOf({ ...facts, permission: "denied", isKnown: true })).toBe("denied");
  expect(stateOf({ ...facts, permission: "granted" })).toBe("offer");
  expect(stateOf({ ...facts, permission: "granted", isKnown: true })).toBe("on");
  expect(stateOf({ ...facts, canPush: false })).toBe("unsupported");
  expect(stateOf({ ...facts, canPush: false, standalone: false })).toBe("home_screen");
  expect(stateOf({ ...facts, canPush: false, standalone: true })).toBe("unsupported");
});

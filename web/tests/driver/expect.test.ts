import { expect, test } from "vitest";
import {
  choices,
  guarded,
  hasFailed,
  nextStop,
  openParcels,
  progress,
  stopAfter,
} from "../../src/driver/logic/expect.ts";
import { OUTCOMES } from "../../src/driver/logic/model.ts";
import { parcel, stop, tour } from "./made.ts";

test("the next stop is the wished one, else where one is, else the first that is open", () => {
  const day = tour([stop("a", "served"), stop("b"), stop("c", "arrived"), stop("d")]);
  expect(nextStop(day, "d")?.id).toBe("d");
  expect(nextStop(day, undefined)?.id).toBe("c");
  expect(nextStop(day, "a")?.id).toBe("c");
  expect(nextStop(tour([stop("a", "removed"), stop("b")]), undefined)?.id).toBe("b");
});

test("a stop left for later comes at the end, and not never", () => {
  const day = tour([stop("a", "skipped"), stop("b")]);
  expect(nextStop(day, undefined)?.id).toBe("b");
  expect(nextStop(tour([stop("a", "skipped"), stop("b", "served")]), undefined)?.id).toBe("a");
  expect(nextStop(tour([stop("a", "served")]), undefined)).toBeUndefined();
});

test("knows what comes after the next", () => {
  const day = tour([stop("a"), stop("b", "served"), stop("c")]);
  const next = nextStop(day, undefined);
  expect(next && stopAfter(day, next)?.id).toBe("c");
});

test("counts what is done, and not what was dropped", () => {
  const day = tour([stop("a", "served"), stop("b", "removed"), stop("c"), stop("d", "skipped")]);
  expect(progress(day)).toEqual({ done: 1, total: 3, open: 2 });
});

test("the instruction comes first; handing over stays one press away", () => {
  const said = parcel("a", { instruction: { is: "safe_place", safePlace: "garage", note: undefined } });
  expect(choices([said])).toMatchObject({
    expected: "delivered_to_safe_place",
    likely: "delivered_to_recipient",
  });
  const mailbox = parcel("a", { instruction: { is: "safe_place", safePlace: "mailbox", note: undefined } });
  expect(choices([mailbox]).expected).toBe("delivered_to_mailbox");
  const nextDoor = parcel("a", { instruction: { is: "neighbour", neighbour: "Ada", house: undefined } });
  expect(choices([nextDoor])).toMatchObject({
    expected: "delivered_to_neighbour",
    likely: "delivered_to_recipient",
  });
  expect(choices([parcel("a")])).toMatchObject({
    expected: "delivered_to_recipient",
    likely: "delivered_to_neighbour",
  });
});

test("what is handed over in person is left nowhere", () => {
  const valuable = parcel("a", {
    kind: "high_value",
    instruction: { is: "safe_place", safePlace: "garage", note: undefined },
  });
  const { expected, likely, elsewhere } = choices([valuable, parcel("b")]);
  expect([expected, likely, elsewhere]).toEqual(["delivered_to_recipient", undefined, []]);
});

test("a code is asked for before what is dear is handed over, and only then", () => {
  const asked = parcel("a", { kind: "high_value", doorCode: { verified: false, triesLeft: 5 } });
  const told = parcel("b", { kind: "high_value", doorCode: { verified: true, triesLeft: 5 } });
  expect(guarded([parcel("c"), told, asked], "delivered_to_recipient")).toBe(asked);
  expect(guarded([parcel("c"), told], "delivered_to_recipient")).toBeUndefined();
  expect(guarded([asked], "failed_verification")).toBeUndefined();
});

test("every outcome can be entered, none twice", () => {
  const { expected, likely, elsewhere, failed } = choices([parcel("a")]);
  expect([expected, likely, ...elsewhere, ...failed].sort()).toEqual([...OUTCOMES].sort());
});

test("a stop has failed only where nothing could be delivered", () => {
  const failed = parcel("a", { outcome: "failed_not_home" });
  const done = parcel("b", { outcome: "delivered_to_mailbox" });
  expect(hasFailed(stop("a", "served", [failed]))).toBe(true);
  expect(hasFailed(stop("a", "served", [failed, done]))).toBe(false);
  expect(hasFailed(stop("a"))).toBe(false);
  expect(openParcels(stop("a", "remaining", [failed, parcel("c")])).map(({ id }) => id)).toEqual(["c"]);
});

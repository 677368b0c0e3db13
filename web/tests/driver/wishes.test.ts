import { expect, test } from "vitest";
import { withWaiting } from "../../src/driver/logic/apply.ts";
import { news, newsKey, seen } from "../../src/driver/logic/wishes.ts";
import { entryOf, parcel, stop, tour } from "./made.ts";

const asked = parcel("a1", { wishesVersion: 2 });
const known = parcel("b1", { wishesVersion: 1, wishesSeen: true });
const DAY = tour([stop("a", "remaining", [asked]), stop("b", "remaining", [known, parcel("b2")])]);

test("news is what is asked for and was not shown, at stops that are still open", () => {
  expect(news(DAY).map(newsKey)).toEqual(["a1 2"]);
  expect(news(tour([stop("a", "served", [asked])]))).toEqual([]);
  expect(news(tour([stop("a", "remaining", [{ ...asked, outcome: "failed_refused" }])]))).toEqual([]);
});

test("outside the tour nothing is shown to be told of", () => {
  expect(news(undefined)).toEqual([]);
  expect(news({ ...DAY, phase: "not_started" })).toEqual([]);
  expect(news({ ...DAY, phase: "ended" })).toEqual([]);
  expect(news({ ...DAY, phase: "on_break" })).toHaveLength(1);
});

test("what was shown is no news while it waits to be sent, until it changes again", () => {
  const [first] = news(DAY);
  if (!first) {
    throw new Error("there is news");
  }
  const shown = entryOf("1", seen(first));
  expect(shown.what).toEqual({ kind: "instruction_seen", parcel: "a1", version: 2 });
  expect(news(withWaiting(DAY, [shown]))).toEqual([]);
  const changed = tour([stop("a", "remaining", [{ ...asked, wishesVersion: 3 }])]);
  expect(news(withWaiting(changed, [shown])).map(newsKey)).toEqual(["a1 3"]);
});

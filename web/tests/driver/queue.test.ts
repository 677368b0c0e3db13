import { beforeEach, expect, test } from "vitest";
import type { Entry, Refused } from "../../src/driver/logic/model.ts";
import { type Box, Queue, type Sent } from "../../src/driver/logic/queue.ts";
import { entryOf } from "./made.ts";

/** A box that forgets everything with the test. */
class ShortBox implements Box {
  readonly kept = new Map<string, Entry>();
  readonly refusals: Refused[] = [];

  async entries(limit: number) {
    return [...this.kept.values()].sort((a, b) => a.at - b.at).slice(0, limit);
  }
  async add(entries: readonly Entry[]) {
    for (const entry of entries) {
      this.kept.set(entry.id, entry);
    }
  }
  async remove(ids: readonly string[]) {
    for (const id of ids) {
      this.kept.delete(id);
    }
  }
  async refuse(refused: readonly Refused[]) {
    this.refusals.push(...refused);
  }
}

let box: ShortBox;
let sent: string[][];
let answers: ((entries: readonly Entry[]) => Sent)[];
let now: number;
let queue: Queue;

const taken = (entries: readonly Entry[]): Sent => ({
  is: "answered",
  verdicts: entries.map(({ id }) => ({ id, result: "taken", code: "" })),
});
const started = (id: string, more: Partial<Entry> = {}) => entryOf(id, { kind: "started" }, more);

beforeEach(() => {
  box = new ShortBox();
  sent = [];
  answers = [];
  now = 0;
  queue = new Queue(
    box,
    async (_tour, entries) => {
      sent.push(entries.map(({ id }) => id));
      return (answers.shift() ?? taken)(entries);
    },
    () => now,
  );
});

test("sends what waits, the oldest first, and forgets it only then", async () => {
  await box.add([started("b", { at: 2 }), started("a", { at: 1 })]);
  expect(await queue.flush()).toBe("sent");
  expect(sent).toEqual([["a", "b"]]);
  expect(box.kept.size).toBe(0);
});

test("without signal all is kept, and nothing is tried before its time", async () => {
  await box.add([started("a")]);
  answers = [() => ({ is: "later" })];
  expect(await queue.flush()).toBe("waiting");
  expect(await queue.flush()).toBe("waiting");
  expect(sent).toHaveLength(1);
  expect(box.kept.size).toBe(1);
  now += 2_000;
  expect(await queue.flush()).toBe("sent");
  expect(box.kept.size).toBe(0);
});

test("with the signal back it tries at once", async () => {
  await box.add([started("a")]);
  answers = [() => ({ is: "later", afterMs: 300_000 })];
  await queue.flush();
  queue.hurry();
  expect(await queue.flush()).toBe("sent");
});

test("what the server already had is done as well", async () => {
  await box.add([started("a")]);
  answers = [() => ({ is: "answered", verdicts: [{ id: "a", result: "doubled", code: "" }] })];
  expect(await queue.flush()).toBe("sent");
  expect(box.kept.size).toBe(0);
  expect(box.refusals).toEqual([]);
});

test("a refused entry is told and loses none of the others; a refused place is not worth a word", async () => {
  const place = entryOf("c", { kind: "fix", lat: 1, lon: 2 }, { at: 3 });
  await box.add([started("a", { at: 1 }), started("b", { at: 2 }), place]);
  answers = [
    () => ({
      is: "answered",
      verdicts: [
        { id: "a", result: "taken", code: "" },
        { id: "b", result: "refused", code: "tour_ended" },
        { id: "c", result: "refused", code: "on_break" },
      ],
    }),
  ];
  expect(await queue.flush()).toBe("sent");
  expect(box.refusals.map(({ id, code }) => [id, code])).toEqual([["b", "tour_ended"]]);
  expect(box.kept.size).toBe(0);
});

test("an answer that leaves an entry out keeps it", async () => {
  await box.add([started("a", { at: 1 }), started("b", { at: 2 })]);
  answers = [(entries) => taken(entries.slice(0, 1)), () => ({ is: "later" })];
  expect(await queue.flush()).toBe("waiting");
  expect([...box.kept.keys()]).toEqual(["b"]);
});

test("an answer about nothing that was sent does not spin", async () => {
  await box.add([started("a")]);
  answers = [() => ({ is: "answered", verdicts: [] })];
  expect(await queue.flush()).toBe("waiting");
  expect(sent).toHaveLength(1);
});

test("what may still be taken back is not sent", async () => {
  await box.add([started("a", { heldUntil: 5_000 }), started("b", { at: 2_000 })]);
  expect(await queue.flush()).toBe("sent");
  expect(sent).toEqual([["b"]]);
  now = 5_000;
  await queue.flush();
  expect(sent).toEqual([["b"], ["a"]]);
});

test("each tour's entries go in a batch of their own", async () => {
  await box.add([started("a", { at: 1 }), started("b", { at: 2, tour: "other" }), started("c", { at: 3 })]);
  await queue.flush();
  expect(sent).toEqual([["a", "c"], ["b"]]);
});

test("ten thousand places go in batches", async () => {
  const places = Array.from({ length: 10_000 }, (_, at) =>
    entryOf(`${at}`, { kind: "fix", lat: 1, lon: 2 }, { at }),
  );
  await box.add(places);
  await queue.flush();
  expect(box.kept.size).toBe(0);
  expect(Math.max(...sent.map((batch) => batch.length))).toBe(500);
  expect(sent.flat()).toEqual(places.map(({ id }) => id));
});

test("one entry that the server cannot read is found, told, and holds nobody up", async () => {
  const all = Array.from({ length: 9 }, (_, at) => started(`${at}`, { at }));
  await box.add(all);
  const strict = (entries: readonly Entry[]): Sent =>
    entries.some(({ id }) => id === "4") ? { is: "unreadable" } : taken(entries);
  answers = Array.from({ length: 30 }, () => strict);
  expect(await queue.flush()).toBe("sent");
  expect(box.kept.size).toBe(0);
  expect(box.refusals.map(({ id }) => id)).toEqual(["4"]);
});

test("logged out, it keeps everything", async () => {
  await box.add([started("a")]);
  answers = [() => ({ is: "logged_out" })];
  expect(await queue.flush()).toBe("logged_out");
  expect(box.kept.size).toBe(1);
});

test("two who ask at once share one run: nothing goes out twice", async () => {
  await box.add([started("a")]);
  await Promise.all([queue.flush(), queue.flush()]);
  expect(sent).toEqual([["a"]]);
});

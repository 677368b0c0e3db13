import { expect, test } from "vitest";
import { Announcer } from "../../src/live/announcer.ts";

function listened() {
  const said: string[] = [];
  const later: { run: () => void; ms: number }[] = [];
  const time = { now: 0 };
  const announcer = new Announcer(
    (text) => said.push(text),
    (run, ms) => later.push({ run, ms }),
    () => time.now,
  );
  return { said, later, time, announcer };
}

test("what the page already says is not read again", () => {
  const { said, announcer } = listened();
  announcer.offer("5 stops");
  announcer.offer("5 stops");
  expect(said).toEqual([]);
});

test("speaks at most once in a minute, and then says the newest", () => {
  const { said, later, time, announcer } = listened();
  for (const text of ["5 stops", "4 stops", "3 stops", "2 stops"]) {
    announcer.offer(text);
    time.now += 1_000;
  }
  expect(said).toEqual(["4 stops"]);
  expect(later.map(({ ms }) => ms)).toEqual([59_000]);
  time.now = 61_000;
  later[0]?.run();
  expect(said).toEqual(["4 stops", "2 stops"]);
});

test("a change that turned back is not worth a word", () => {
  const { said, later, time, announcer } = listened();
  for (const text of ["5 stops", "4 stops", "5 stops", "4 stops"]) {
    announcer.offer(text);
  }
  time.now = 60_000;
  later[0]?.run();
  expect(said).toEqual(["4 stops"]);
});

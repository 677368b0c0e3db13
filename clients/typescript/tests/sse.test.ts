import { expect, test } from "vitest";
import { EventReader, MESSAGE_CHARS_MAX } from "../src/sse.ts";

const STREAM = [
  "retry: 2500\n\n",
  ":\n\n",
  'event: tracking\nid: a1\ndata: {"status":\ndata: "delivered"}\n\n',
  "data:no space\r\n\r\n",
  "event: gone\r\r",
  "id: b\0\ndata\ndata: x\n\n",
  "retry: soon\nunknown: field\n\n",
  "id\ndata:  two spaces\n\n",
].join("");

const TOLD = [
  { retryMs: 2500 },
  { event: "tracking", id: "a1", data: '{"status":\n"delivered"}' },
  { event: "message", id: "a1", data: "no space" },
  { event: "message", id: "a1", data: "\nx" },
  { event: "message", id: "", data: " two spaces" },
];

test("messages are the same wherever the stream is cut", () => {
  for (let first = 0; first <= STREAM.length; first += 1) {
    for (const second of [first, first + 1, first + 7, STREAM.length]) {
      const events = new EventReader();
      const pieces = [
        STREAM.slice(0, first),
        STREAM.slice(first, second),
        STREAM.slice(Math.max(first, second)),
      ];
      expect(pieces.flatMap((piece) => events.read(piece))).toEqual(TOLD);
    }
  }
});

test("a message that is not over is not told", () => {
  expect(new EventReader().read("data: half\n")).toEqual([]);
});

test("a message has a longest length, in one line or in many", () => {
  const line = `data: ${"x".repeat(999)}\n`;
  const fits = new EventReader();
  const count = Math.floor(MESSAGE_CHARS_MAX / 1_000);
  expect(fits.read(line.repeat(count))).toEqual([]);
  expect(fits.read("\n")).toHaveLength(1);
  expect(fits.read(line.repeat(count))).toEqual([]);
  expect(() => fits.read(line)).toThrow(RangeError);
  expect(() => new EventReader().read("x".repeat(MESSAGE_CHARS_MAX + 1))).toThrow(RangeError);
});

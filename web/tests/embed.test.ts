// @vitest-environment happy-dom
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { afterEach, expect, test, vi } from "vitest";
import { askForToken, isToken } from "../src/embed/tokens.ts";
import { readTracking } from "../src/embed/tracking.ts";
import { View } from "../src/embed/view.ts";

const TOKEN = "A".repeat(60);
const TOLD = {
  status: "out_for_delivery",
  is_over: false,
  map_open: true,
  language: "de",
  direction: "ltr",
  words: {
    kicker: "Kommt heute zwischen",
    hero: "14:10 und 14:35",
    flags: [{ tone: "warn", text: "20 Minuten später" }, { tone: 3 }, "odd"],
    stops: "Noch 2 Stopps vor Ihnen",
    by: "Zugestellt von Example Express",
    map: "Karte",
    more: "Mehr bei Example Express",
    away: "Stand {time}.",
    announcement: "Noch 2 Stopps vor Ihnen",
  },
};

afterEach(() => vi.unstubAllGlobals());

function drawn(): { root: ShadowRoot; view: View } {
  const root = document.createElement("div").attachShadow({ mode: "open" });
  return { root, view: new View(root) };
}

function shown(told: object) {
  const tracking = readTracking(JSON.stringify(told));
  if (!tracking) {
    throw new Error("this is a message");
  }
  return tracking;
}

test("a message is read, and what is none changes nothing", () => {
  const tracking = shown(TOLD);
  expect(tracking.words.flags).toEqual([{ tone: "warn", text: "20 Minuten später" }]);
  expect(tracking.words.reason).toBeUndefined();
  for (const none of ["", "{}", "null", "[]", '{"words": {}}', '{"words": {"hero": 3}}']) {
    expect(readTracking(none)).toBeUndefined();
  }
});

test("words are text and nothing else, and the map is there while it is open", () => {
  const { root, view } = drawn();
  const hero = "<img src=x onerror=alert(1)>";
  view.show(
    shown({ ...TOLD, words: { ...TOLD.words, hero } }),
    "https://track.example.org",
    "https://track.example.org/m",
  );
  expect(root.querySelector(".hero")?.textContent).toBe(hero);
  expect(root.querySelector("img")).toBeNull();
  const frame = root.querySelector("iframe");
  expect(frame?.src).toBe("https://track.example.org/m");
  view.show(shown(TOLD), "https://track.example.org", "https://track.example.org/another");
  expect(root.querySelector("iframe")).toBe(frame);
  expect(frame?.src, "another token").toBe("https://track.example.org/another");
  view.show(shown({ ...TOLD, map_open: false }), "https://track.example.org", "https://track.example.org/m");
  expect(root.querySelector("iframe")).toBeNull();
});

test("it says since when the server is away", () => {
  const { root, view } = drawn();
  view.show(shown(TOLD), "https://track.example.org", "");
  view.tellAway(Date.UTC(2026, 10, 24, 12, 0));
  expect(root.querySelector(".away")?.textContent).toMatch(/^Stand \d\d:\d\d\.$/);
  view.tellAway(undefined);
  expect((root.querySelector(".away") as HTMLElement).hidden).toBe(true);
});

test("only what can be a token becomes a part of an address", async () => {
  for (const odd of ["", "short", "../../v1/orders", `${TOKEN}/x`, `${TOKEN}?a`, "A".repeat(401), 7, null]) {
    expect(isToken(odd)).toBe(false);
  }
  const answers = (status: number, body: string) =>
    vi.stubGlobal("fetch", async () => new Response(body, { status }));
  answers(200, JSON.stringify({ token: TOKEN }));
  expect(await askForToken("/token")).toBe(TOKEN);
  for (const [status, body] of [
    [404, JSON.stringify({ token: TOKEN })],
    [200, "<html>"],
    [200, '{"token": "x"}'],
    [200, "null"],
  ] as const) {
    answers(status, body);
    expect(await askForToken("/token")).toBeUndefined();
  }
});

test("the script is small", () => {
  expect(gzipSync(readFileSync("dist/tracker.js")).length).toBeLessThanOrEqual(25 * 1024);
});

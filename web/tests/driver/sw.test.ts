import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { assetsIn } from "../../src/driver/sw/assets.ts";

test("finds what a page, a style sheet and a script load", () => {
  const page = `<link rel="manifest" href="/driver/manifest.webmanifest"><link href="/assets/driver-a1.css">
    <link href="/assets/driver-a1.css"><script src="/assets/main-b2.js"></script><a href="https://example.org/x">`;
  expect(assetsIn(page)).toEqual([
    "/driver/manifest.webmanifest",
    "/assets/driver-a1.css",
    "/assets/main-b2.js",
  ]);
  expect(assetsIn(`src:url(/assets/figtree-c3.woff2)format("woff2")`)).toEqual(["/assets/figtree-c3.woff2"]);
  expect(assetsIn(`import{n as e}from"./backoff-d4.js";`)).toEqual(["/assets/backoff-d4.js"]);
});

test("finds everything that the built app needs", () => {
  const manifest: Record<string, { file: string; imports?: string[]; css?: string[] }> = JSON.parse(
    readFileSync("dist/manifest.json", "utf8"),
  );
  const main = manifest["src/driver/main.tsx"];
  const needed = (main?.imports ?? []).map((name) => `/assets/${manifest[name]?.file}`);
  expect(assetsIn(readFileSync(`dist/${main?.file}`, "utf8"))).toEqual(expect.arrayContaining(needed));
  expect(main?.css ?? []).toEqual([]);
});

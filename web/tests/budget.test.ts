import { readdirSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";

interface Entry {
  readonly file: string;
  readonly imports?: readonly string[];
}

const built: Record<string, Entry> = JSON.parse(readFileSync("dist/manifest.json", "utf8"));
/** What may be loaded for everything but the map, compressed. */
const SCRIPTS_MAX = 40 * 1024;

/** The files that a browser loads for an entry before anyone does anything. */
function files(entry: string, known = new Set<string>()): Set<string> {
  const { file, imports = [] } = built[entry] ?? { file: "" };
  if (!known.has(file)) {
    known.add(file);
    for (const imported of imports) {
      files(imported, known);
    }
  }
  return known;
}

test("the scripts of each page are small, and the map is loaded by none of them", () => {
  const entries = Object.keys(built).filter((entry) => /^src\/.*\.tsx?$/.test(entry) && !/map\//.test(entry));
  expect(entries).toContain("src/recipient/live.ts");
  for (const entry of entries) {
    const loaded = [...files(entry)];
    expect(loaded.filter((file) => /map/.test(file))).toEqual([]);
    const size = loaded.reduce((sum, file) => sum + gzipSync(readFileSync(`dist/${file}`)).length, 0);
    expect(size, entry).toBeLessThanOrEqual(SCRIPTS_MAX);
  }
});

test("the map that opens by itself is small as well, and the large script waits until someone moves it", () => {
  const loaded = [...files("src/map/live_map.ts")];
  expect(loaded.length).toBeGreaterThan(1);
  expect(loaded.filter((file) => /^(maplibre|gl_surface)/.test(file))).toEqual([]);
  const worker = readdirSync("dist").filter((file) => /^worker-.*\.js$/.test(file));
  expect(worker).toHaveLength(1);
  const sizes = [...loaded, ...worker].map((file) => gzipSync(readFileSync(`dist/${file}`)).length);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(SCRIPTS_MAX);
});

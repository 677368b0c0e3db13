import { readFileSync } from "node:fs";
import { defineConfig } from "vite";

/** What the still map's worker holds of others: its bundle is its own, so their licences stand in it. */
const IN_WORKER = ["@mapbox/vector-tile/LICENSE.txt", "@mapbox/point-geometry/LICENSE", "pbf/LICENSE"];

function licences(): string {
  const texts = IN_WORKER.map((file) => `${file}\n\n${readFileSync(`node_modules/${file}`, "utf8").trim()}`);
  return `/*!\n${texts.join("\n\n")}\n*/`;
}

/**
 * The pages' scripts and styles. Everything in `dist/` is served below `/assets/`; `dist/manifest.json` maps an
 * entry's source path to its hashed file. `dist/` is committed, so the output must be the same bytes each time.
 */
export default defineConfig({
  base: "/assets/",
  publicDir: false,
  worker: { rolldownOptions: { output: { postBanner: licences } } },
  build: {
    outDir: "dist",
    assetsDir: "",
    emptyOutDir: true,
    manifest: "manifest.json",
    license: { fileName: "licenses.md" },
    target: "es2022",
    sourcemap: false,
    // Fonts and pictures stay files: a content security policy without `data:` covers them.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // MapLibre alone is larger than the default warning; it is loaded only when a map opens.
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      input: [
        "src/recipient/live.ts",
        "src/recipient/renew.ts",
        "src/passkeys/passkeys.ts",
        "src/push/push.ts",
        "src/driver/main.tsx",
        "src/styles/page.css",
        "src/driver/driver.css",
      ],
      output: {
        entryFileNames: "[name]-[hash].js",
        chunkFileNames: "[name]-[hash].js",
        assetFileNames: "[name]-[hash][extname]",
        // A file of its own, so that a change of ours does not make every browser fetch MapLibre again.
        codeSplitting: {
          groups: [{ name: "maplibre", test: /node_modules\/(maplibre-gl|@maplibre|@mapbox)\// }],
        },
      },
    },
  },
});

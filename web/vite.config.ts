import { defineConfig } from "vite";

/**
 * The pages' scripts and styles. Everything in `dist/` is served below `/assets/`; `dist/manifest.json` maps an
 * entry's source path to its hashed file. `dist/` is committed, so the output must be the same bytes each time.
 */
export default defineConfig({
  base: "/assets/",
  publicDir: false,
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

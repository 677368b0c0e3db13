import { defineConfig } from "vite";

/** The driver app's service worker: one self-contained file at a stable path, since browsers update it by URL. */
export default defineConfig({
  publicDir: false,
  build: {
    outDir: "dist",
    emptyOutDir: false,
    target: "es2022",
    sourcemap: false,
    rolldownOptions: {
      input: { sw: "src/driver/sw.ts" },
      output: { format: "iife", entryFileNames: "sw.js" },
    },
  },
});

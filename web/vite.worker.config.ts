import { defineConfig } from "vite";

/** Where the service workers stand: each is one self-contained file at a stable path, since browsers update it by URL. */
const WORKERS = { sw: "src/driver/sw.ts", push_sw: "src/push/sw.ts" };

/** The service worker of the mode, such as `--mode sw`. */
export default defineConfig(({ mode }) => ({
  publicDir: false,
  build: {
    outDir: "dist",
    emptyOutDir: false,
    target: "es2022",
    sourcemap: false,
    rolldownOptions: {
      input: { [mode]: WORKERS[mode as keyof typeof WORKERS] },
      output: { format: "iife", entryFileNames: "[name].js" },
    },
  },
}));

import { defineConfig } from "vite";

/**
 * What stands at a stable path and so is one self-contained file: the service workers, which browsers update by URL,
 * and the script that shops name in their pages.
 */
const ALONE = { sw: "src/driver/sw.ts", push_sw: "src/push/sw.ts", tracker: "src/embed/tracker.ts" };

/** The file of the mode, such as `--mode sw`. */
export default defineConfig(({ mode }) => ({
  publicDir: false,
  build: {
    outDir: "dist",
    emptyOutDir: false,
    target: "es2022",
    sourcemap: false,
    rolldownOptions: {
      input: { [mode]: ALONE[mode as keyof typeof ALONE] },
      output: { format: "iife", entryFileNames: "[name].js" },
    },
  },
}));

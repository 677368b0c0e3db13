import { defineConfig } from "vitest/config";

/** Browser tests: `browser/**` drive a real Chromium, two files at a time: most of them wait for a simulated van. */
export default defineConfig({
  test: {
    include: ["browser/**/*.test.ts"],
    maxWorkers: 2,
    testTimeout: 240_000,
    hookTimeout: 240_000,
  },
});

import { defineConfig } from "vitest/config";

/** Browser tests: `browser/**` drive a real Chromium, one file after another, since each may start a server. */
export default defineConfig({
  test: {
    include: ["browser/**/*.test.ts"],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});

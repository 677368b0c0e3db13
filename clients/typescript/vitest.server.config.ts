import { defineConfig } from "vitest/config";

/** Tests against the real binary, `tests/server/**`. */
export default defineConfig({
  test: { include: ["tests/server/**/*.test.ts"], testTimeout: 60_000, hookTimeout: 120_000 },
});

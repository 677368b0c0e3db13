import { defineConfig } from "vitest/config";

/** Unit tests: `tests/**`, without a server of ours. */
export default defineConfig({
  test: { include: ["tests/**/*.test.ts"], exclude: ["tests/server/**"] },
});

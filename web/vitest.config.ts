import { defineConfig } from "vitest/config";

/** Unit tests: `tests/**`, without a browser. A file that needs a document says `// @vitest-environment happy-dom`. */
export default defineConfig({
  test: { include: ["tests/**/*.test.{ts,tsx}"] },
});

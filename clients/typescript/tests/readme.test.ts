import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

test("the shop of the README is the one that is tested", () => {
  const read = (file: string) => readFileSync(file, "utf8");
  expect(read("README.md")).toContain(`\`\`\`ts\n${read("examples/shop.ts")}\`\`\``);
});

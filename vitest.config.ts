import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    benchmark: { include: ["tests/bench/**/*.bench.ts"] },
    reporters:
      process.env["CI"] === undefined ? ["default"] : ["default", ["json", { outputFile: "out/test/vitest.json" }]],
    testTimeout: 180_000,
    hookTimeout: 180_000,
    maxWorkers: 2,
    env: { TZ: "Pacific/Auckland" },
  },
});

import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import * as hc from "../src/index.js";
import recorded from "./fixtures/calibration.json" with { type: "json" };

const root = join(import.meta.dirname, "..");
const readme = readFileSync(join(root, "README.md"), "utf8");

it("README's program says what it prints", async () => {
  const [, program = ""] = /```ts\n([\s\S]*?)```/.exec(readme) ?? [];
  const [, expected = ""] = /console\.log\(finding\.reading\); \/\/ (.*)/.exec(program) ?? [];
  const store = mkdtempSync(join(tmpdir(), "hindcast-readme-"));
  try {
    const body = program
      .replace(/^import .*$/m, "")
      .replaceAll('"data/', `"${root}/data/`)
      .replace('".hindcast/store"', JSON.stringify(store))
      .replace(/console\.log\((.*)\);.*/, "return $1;");
    const run = new Function("hc", `return (async () => {${body}})();`) as (library: typeof hc) => Promise<string>;
    expect(expected).not.toBe("");
    expect(await run(hc)).toBe(expected);
  } finally {
    rmSync(store, { recursive: true, force: true });
  }
});

it("README's table of error rates is what the simulation recorded", () => {
  const rates: readonly hc.Calibration[] = recorded;
  const rows = [...readme.matchAll(/^\| `([^`]+)` \|((?: [\d.]+% \|){4})$/gm)];
  expect(rows.length).toBeGreaterThan(4);
  for (const [, method, cells] of rows) {
    const of = rates.filter(
      (one) => one.method === method && one.ratio === 1 && one.mean === 20 && one.periods.join() === "7,4",
    );
    const shares = of.map(({ at5 = Number.NaN }) => ` ${(100 * at5).toFixed(1)}% |`);
    expect(cells, method).toBe(shares.join(""));
  }
});

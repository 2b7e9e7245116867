import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import * as hc from "../src/index.js";

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

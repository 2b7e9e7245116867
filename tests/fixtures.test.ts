import { execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { needs } from "./needs.js";

const source = join(import.meta.dirname, "fixtures");
const scripts = readdirSync(source).filter((name) => name.endsWith(".R") && name !== "json.R");
const packages = [
  ...new Set(
    scripts.flatMap((name) =>
      [...readFileSync(join(source, name), "utf8").matchAll(/^library\((\w+)\)$/gm)].map((found) => found[1]),
    ),
  ),
].sort();

function hasR(): boolean {
  const ask = `stopifnot(${["TRUE", ...packages.map((name) => `requireNamespace("${name}")`)].join(", ")})`;
  try {
    execFileSync("Rscript", ["-e", ask], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** Every number in a document, in order. */
function numbersIn(value: unknown): number[] {
  if (typeof value === "number") return [value];
  return value !== null && typeof value === "object" ? Object.values(value).flatMap(numbersIn) : [];
}

needs(["R (Rscript)", ...packages].join(", "), hasR())("fixtures", () => {
  it.each(scripts)("of %s are what R says today, to thirteen digits", (script) => {
    const name = script.replace(".R", ".json");
    const folder = mkdtempSync(join(tmpdir(), "hindcast-r-"));
    try {
      for (const one of [script, "json.R"]) copyFileSync(join(source, one), join(folder, one));
      execFileSync("Rscript", [join(folder, script)], { stdio: "pipe" });
      const [now, then] = [folder, source].map((one) => numbersIn(JSON.parse(readFileSync(join(one, name), "utf8"))));
      expect(now).toHaveLength(then.length);
      const off = now.filter((value, i) => Math.abs(value - then[i]) > 1e-13 * Math.abs(then[i]));
      expect(off).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

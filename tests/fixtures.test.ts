import { execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { needs } from "./needs.js";

function hasR(): boolean {
  try {
    execFileSync("Rscript", ["--version"], { stdio: "ignore" });
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

needs("R (Rscript)", hasR())("fixtures", () => {
  it.each(["inference", "indicators", "nowcast"])("%s.json is what R says today, to thirteen digits", (name) => {
    const source = join(import.meta.dirname, "fixtures");
    const folder = mkdtempSync(join(tmpdir(), "hindcast-r-"));
    try {
      copyFileSync(join(source, `${name}.R`), join(folder, `${name}.R`));
      execFileSync("Rscript", [join(folder, `${name}.R`)], { stdio: "pipe" });
      const [now, then] = [folder, source].map((one) =>
        numbersIn(JSON.parse(readFileSync(join(one, `${name}.json`), "utf8"))),
      );
      expect(now).toHaveLength(then.length);
      const off = now.filter((value, i) => Math.abs(value - then[i]) > 1e-13 * Math.abs(then[i]));
      expect(off).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

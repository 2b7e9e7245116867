import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { temporary } from "./madeUp.js";
import { hindcast, root } from "./spawned.js";

const shipped = join(root, "data", "backtests", "mali-violence-zone-month.csv");

/** The lines of a table by model and step, each a cell by its column. */
function linesOf(text: string): Map<string, Record<string, string>> {
  const [head, ...lines] = text.trimEnd().split("\n");
  const columns = head.split(",");
  const found = new Map<string, Record<string, string>>();
  for (const line of lines) {
    const cells = [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)]
      .map((match) => match[1])
      .slice(0, columns.length);
    found.set(`${cells[0]} ${cells[1]}`, Object.fromEntries(columns.map((name, i) => [name, cells[i]])));
  }
  return found;
}

it("the shipped table's lines are what the command makes of the shipped totals today", async () => {
  const cwd = temporary();
  const models = ["conflictology(12)", "climatology()", "lastValue()"];
  const { code, err } = await hindcast(cwd, "backtest", "--models", models.join(","), "--out", "table.csv");
  expect([code, err]).toEqual([0, ""]);
  const [now, then] = [join(cwd, "table.csv"), shipped].map((file) => linesOf(readFileSync(file, "utf8")));
  expect(now.size).toBe(3 * 7);
  for (const [name, line] of now) expect(then.get(name)).toEqual(line);
  expect(then.get("lastValue() all")?.["n"]).toBe("2490");
});

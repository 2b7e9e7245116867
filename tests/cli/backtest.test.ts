import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { backtestCommand } from "../../src/cli/backtest.js";
import { InputError } from "../../src/index.js";
import { temporary } from "./madeUp.js";
import { hindcast, root } from "./spawned.js";
import { within } from "./within.js";

const cwd = temporary();
const totals = join(root, "data", "figures", "mali-violence-zone-month.csv");
beforeAll(async () => {
  const ended = await hindcast(cwd, "read", totals, "--name", "violence", "--as-of", "2026-04-30");
  expect([ended.code, ended.err]).toEqual([0, ""]);
});

const pool = 'linearPool(["conflictology(12)","conflictology(24)"])';
const models = ["--models", `conflictology(12),conflictology(24),${pool}`];
const short = [...models, "--since", "2024-01-01", "--until", "2024-07-01", "--by", "zone", "--ahead", "2"];

describe("hindcast backtest", () => {
  it("prints tables, the best first, and what a reader has to know", async () => {
    const { code, out, err } = await hindcast(cwd, "backtest", "violence", ...short);
    expect([code, err]).toEqual([0, ""]);
    const lines = out.split("\n");
    expect(lines[0]).toBe("6 origins from 2024-01-01 to 2024-06-01, up to 2 months ahead; events of any");
    const heads = ["model", "n", "CRPS", "90% interval", "in 90%", "skill v conflictology(12)", "p at 1", "p at 2"];
    const cells = (line: string) =>
      line
        .split("|")
        .map((cell) => cell.trim())
        .slice(1, -1);
    expect(cells(lines[3]).every((cell) => heads.includes(cell))).toBe(true);
    expect(Math.max(...lines.map((line) => line.length).slice(3, 8))).toBeLessThanOrEqual(100);
    const rows = lines.slice(5, 8).map(cells);
    expect(rows.map(([name]) => name).sort()).toEqual([
      ...["conflictology(12)", "conflictology(24)", "linearPool(2 models)"],
    ]);
    const scores = rows.map((row) => Number(row[cells(lines[3]).indexOf("CRPS")]));
    expect(scores).toEqual([...scores].sort((one, other) => one - other));
    expect(out).toContain("\n  linearPool(2 models): 2 models: conflictology(12), conflictology(24)\n");
    expect(out).toMatch(/\n\| model +\| by step \| +1 \| +2 \|\n/);
    expect(out).toContain(
      "\n  counts as they stand now, not as they stood at each origin: late reports and\n    corrections",
    );
    expect(out).toMatch(/violence as of 2026-04-30, snapshot [0-9a-f]{64}\n$/);
    expect(readdirSync(join(cwd, ".hindcast", "backtests"))).toEqual([]);
  });

  it("tests no accuracy where there are no more origins than steps, and says how many forecasts there are", async () => {
    const few = ["--since", "2024-01-01", "--until", "2024-03-01", "--by", "zone", "--ahead", "2", ...models];
    const store = ["--store", join(cwd, ".hindcast", "store")];
    const { code, out } = await within(backtestCommand(), "violence", ...few, ...store, "--json", "--cores", "1");
    expect(code).toBe(0);
    const tested = JSON.parse(out).lines.flatMap(
      ({ step, skill }: { step?: number; skill: Record<string, { p?: number }> }) =>
        Object.values(skill).some(({ p }) => p !== undefined) ? [step] : [],
    );
    expect([...new Set(tested)]).toEqual([1]);
    const text = await within(backtestCommand(), "violence", ...few, ...store, "--cores", "1");
    expect(text.out.split("\n").slice(0, 2).join(" ")).toMatch(/ events of any kind; n = 20 forecasts a model$/);
  });

  it("does not print the names of 32 models as help", async () => {
    expect(backtestCommand().helpInformation()).toMatch(/\(default: the 32 of the shipped\s+table\)/);
  });

  it("is the same over cores, from a file and as JSON, and writes the table and the rows", async () => {
    const args = [...short, "--json"];
    const one = await hindcast(cwd, "backtest", "violence", ...args, "--cores", "1");
    const out = ["--out", "made/table.csv", "--rows", "rows.jsonl"];
    const two = await hindcast(cwd, "backtest", "violence", ...args, "--cores", "2", ...out);
    expect([one.code, two.err]).toEqual([0, ""]);
    expect(two.out).toBe(one.out);
    const file = await hindcast(cwd, "backtest", totals, ...args, "--as-of", "2026-04-30", "--store", "other");
    expect(JSON.parse(file.out).lines).toEqual(JSON.parse(one.out).lines);
    const { lines, origins, ahead } = JSON.parse(one.out);
    expect([origins.length, ahead, lines.length]).toEqual([6, 2, 3 * 3]);
    const table = readFileSync(join(cwd, "made", "table.csv"), "utf8").split("\n");
    expect(table[0].split(",")).toEqual([
      ...["model", "step", "n", "crps", "crps_low", "crps_high", "noise"],
      ...["coverage_90", "coverage_90_low", "coverage_90_high", "skill_v_conflictology(12)"],
      ...["skill_v_conflictology(12)_low", "skill_v_conflictology(12)_high", "p_v_conflictology(12)"],
    ]);
    expect(table).toHaveLength(1 + 9 + 1);
    expect(readFileSync(join(cwd, "made", "table.md"), "utf8")).toContain("| model ");
    expect(
      readFileSync(join(cwd, "made", "table.png"))
        .subarray(1, 4)
        .toString(),
    ).toBe("PNG");
    const rows = readFileSync(join(cwd, "rows.jsonl"), "utf8").trimEnd().split("\n");
    expect(rows).toHaveLength(3 * 5 * 6 * 2);
    expect(JSON.parse(rows[0])).toMatchObject({ model: "conflictology(12)", step: 1, origin: "2024-01-01" });
  });

  it("tells what could not be fitted", async () => {
    const { out } = await hindcast(
      cwd,
      "backtest",
      "violence",
      "--models",
      "conflictology(12),conflictology(146)",
      "--since",
      "2024-01-01",
      "--until",
      "2024-02-01",
    );
    expect(out).toContain("\n  conflictology(146): needs 146 periods, got 145 (1 time)\n");
  });

  it("explains itself with examples", async () => {
    const { code, out } = await hindcast(cwd, "backtest", "--help");
    expect(code).toBe(0);
    expect(out).toContain("\nExamples:\n  hindcast backtest\n  hindcast backtest acled-mali --by zone");
  });

  it.each([
    [[], "backtest: needs its first origin; name it with --since"],
    [["--since", "x"], 'backtest: --since: needs a day as YYYY-MM-DD, got "x"'],
    [["--since", "2024-01-01", "--measure", "tanks"], 'backtest: --measure needs events or deaths, got "tanks"'],
    [["--since", "2024-01-01", "--cores", "none"], 'backtest: --cores: needs a number, got "none"'],
    [["--since", "2024-01-01", "--models", "magic(3)"], /^model: there is no magic; there are /],
    [
      ["--since", "2024-01-01", "--models", ","],
      "backtest: --models: needs a model such as conflictology(12), got none",
    ],
    [
      ["--since", "2024-01-01", "--models", "conflictology(12);zero()"],
      'backtest: --models: needs commas between models, got "conflictology(12);zero()"',
    ],
    [
      ["--since", "2024-01-01", "--models", "conflictology(900)", "--cores", "1"],
      "backtest: nothing could be forecast: conflictology(900) needs 900 periods, got 145 (2024-01-01)",
    ],
    [
      ["--since", "2027-01-01"],
      "backtest: no month from 2027-01-01 can be an origin; the counts run from 2012-01-01 to the month of 2026-03-01",
    ],
    [
      ["--since", "2024-01-01", "--as-of", "2024-01-01"],
      "backtest: --as-of goes with a file, got 2024-01-01 for violence",
    ],
  ])("refuses %j", async (more, message) => {
    const store = join(cwd, ".hindcast", "store");
    const asked = backtestCommand().parseAsync(["violence", "--store", store, ...more], { from: "user" });
    await expect(asked).rejects.toThrow(typeof message === "string" ? new InputError(message) : message);
  });

  it("says in one line what it refuses", async () => {
    const { code, out, err } = await hindcast(cwd, "backtest", "violence", "--since", "2024-01-01", "--ahead", "0");
    expect([code, out, err]).toEqual([2, "", "hindcast: backtest: ahead needs a whole number above 0, got 0\n"]);
  });
});

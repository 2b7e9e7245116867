import { describe, expect, it } from "vitest";
import { backtestMarkdown, backtestStepsMarkdown } from "../../src/cli/backtestMarkdown.js";
import type { BacktestLine } from "../../src/cli/backtestTable.js";
import { conflictology, linearPool, zero } from "../../src/index.js";

const models = [linearPool([conflictology(3), conflictology(12)]), conflictology(3), conflictology(12), zero()];
const against = "conflictology(12)";
const lines = models.flatMap(({ name }, i) =>
  [undefined, 1, 2, 3, 4, 5, 6, 7].map((step): BacktestLine => {
    const skill = name === against ? null : 0.1 - 0.05 * i;
    const p = step === undefined || name === against ? {} : { p: step === 1 ? 0.00004 : 0.01 * step };
    return {
      ...{ model: name, n: 60, crps: 5 + i, interval: [4 + i, 6 + i], coverage: 0.9 },
      ...(step !== undefined && { step }),
      skill: { [against]: { skill, ...(skill !== null && { interval: [skill - 0.1, skill + 0.1] }), ...p } },
    };
  }),
);
const options = { references: [against], short: new Map([[models[0].name, "pool"]]) };
const cells = (line: string) =>
  line
    .split("|")
    .map((cell) => cell.trim())
    .slice(1, -1);

describe("backtestMarkdown", () => {
  it("has every column where there is room, with tests at the first step, one between and the last", () => {
    const [head, , first, , third] = backtestMarkdown(lines, { ...options, width: 200 })
      .split("\n")
      .map(cells);
    expect(head).toEqual([
      ...["model", "n", "CRPS", "90% interval", "in 90%", "skill v conflictology(12)", "p at 1", "p at 4", "p at 7"],
    ]);
    expect(first).toEqual([
      ...["pool", "60", "5.00", "[4.00, 6.00]", "90%", "0.100 [0.00, 0.20]", "<.001", "0.040", "0.070"],
    ]);
    expect(third).toEqual(["conflictology(12)", "60", "7.00", "[6.00, 8.00]", "90%", "", "", "", ""]);
  });

  it("leaves out how many, then intervals, then tests as there is less room", () => {
    const heads = [110, 105, 100, 75].map((width) => {
      const [head] = backtestMarkdown(lines, { ...options, width }).split("\n");
      expect(head.length).toBeLessThanOrEqual(width);
      return cells(head).slice(1);
    });
    const [skill, tests] = ["skill v conflictology(12)", ["p at 1", "p at 4", "p at 7"]];
    expect(heads[0]).toEqual(["CRPS", "90% interval", "in 90%", skill, ...tests]);
    expect(heads[2]).toEqual(["CRPS", "in 90%", skill, ...tests]);
    expect(heads[3]).toEqual(["CRPS", "in 90%", skill]);
  });
});

describe("backtestStepsMarkdown", () => {
  it("has the best ensemble, the best single model and the reference beside each other", () => {
    const rows = backtestStepsMarkdown(lines, models, { ...options, width: 100 })
      .trimEnd()
      .split("\n")
      .map(cells);
    expect(rows[0]).toEqual(["model", "by step", "1", "2", "3", "4", "5", "7"]);
    expect(rows.slice(2).map(([name, what]) => `${name} ${what}`.trim())).toEqual([
      ...["pool CRPS", "in 90%", "skill", "p", "conflictology(3) CRPS", "in 90%", "skill", "p"],
      ...["conflictology(12) CRPS", "in 90%"],
    ]);
    expect(rows[5].slice(2, 4)).toEqual(["<.001", "0.020"]);
  });

  it("is nothing of one step alone", () => {
    const one = lines.filter(({ step }) => step === undefined || step === 1);
    expect(backtestStepsMarkdown(one, models, options)).toBe("");
  });
});

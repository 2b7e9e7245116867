import { describe, expect, it } from "vitest";
import { type Panel, tidy } from "../../src/index.js";
import { panel } from "../charts/madeUp.js";

describe("a tidy panel", () => {
  it("has a row for each series and period, the key as columns", () => {
    expect(tidy(panel).slice(0, 3)).toEqual([
      { zone: "coast", period: "2019-11-01", value: 3, exposure: 30 },
      { zone: "coast", period: "2019-12-01", value: 12, exposure: 31 },
      { zone: "coast", period: "2020-01-01", value: 0, exposure: 31 },
    ]);
    expect(tidy(panel)).toHaveLength(8);
  });

  it("starts each series at its own first period, and counts in its own periods", () => {
    const weekly: Panel = [
      { ...panel[0], recipe: { ...panel[0].recipe, every: "week" }, start: "2019-12-30" },
      panel[1],
    ];
    expect(tidy(weekly).map((row) => row.period)).toEqual([
      ...["2019-12-30", "2020-01-06", "2020-01-13", "2020-01-20"],
      ...["2019-11-01", "2019-12-01", "2020-01-01", "2020-02-01"],
    ]);
  });

  it("of nothing is nothing", () => {
    expect(tidy([])).toEqual([]);
  });
});

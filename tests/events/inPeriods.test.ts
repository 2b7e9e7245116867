import { describe, expect, it } from "vitest";
import { inPeriods, type Series } from "../../src/index.js";

const months: Series = Object.freeze({
  key: {},
  recipe: { where: [], by: [], every: "month", measure: "events" } as const,
  from: "h",
  start: "2023-12-01",
  values: [1, 2, 3, 4],
  exposure: [31, 31, 29, 31],
});

describe("inPeriods", () => {
  it("is one for each whole period, of whatever length, also for a leap February", () => {
    expect(inPeriods([months])[0].exposure).toEqual([1, 1, 1, 1]);
    const years: Series = {
      ...months,
      start: "2023-01-01",
      exposure: [365, 366],
      recipe: { ...months.recipe, every: "year" },
    };
    expect(inPeriods([years])[0].exposure).toEqual([1, 1]);
  });

  it("is a fraction of one for a cut period", () => {
    const { exposure } = inPeriods([{ ...months, exposure: [7.75, 31, 29, 1] }])[0];
    expect(exposure).toEqual([0.25, 1, 1, 1 / 31]);
    const weeks: Series = {
      ...months,
      start: "2023-12-25",
      exposure: [3, 7],
      recipe: { ...months.recipe, every: "week" },
    };
    expect(inPeriods([weeks])[0].exposure).toEqual([3 / 7, 1]);
  });

  it("keeps all else, and the whole of a share or ratio", () => {
    expect(inPeriods([months])[0]).toEqual({ ...months, exposure: [1, 1, 1, 1] });
    const share: Series = { ...months, recipe: { ...months.recipe, measure: { share: { kind: "a" } } } };
    expect(inPeriods([share])).toEqual([share]);
    const ratio: Series = { ...months, recipe: { ...months.recipe, over: months.recipe } };
    expect(inPeriods([ratio])).toEqual([ratio]);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as hc from "../../src/index.js";
import { counts, derived, share } from "./madeUp.js";

describe("rolling", () => {
  it("adds up the last so many periods, and says nothing before there are so many", () => {
    expect(derived(counts([1, 2, 4, 8]), hc.rolling(3, "sum"))).toEqual([null, null, 7, 14]);
    expect(derived(counts([1, 2, 4, 8]), hc.rolling(2, "mean"))).toEqual([null, 1.5, 3, 6]);
  });

  it("weighs a cut month as what it is, not as a quiet one", () => {
    // 20 in 31 days and 5 in 10 of 30: 25 in 1 1/3 months, not the mean of 20 and 5, nor of 20 and 15
    const cut = counts([20, 5], { start: "2023-03-01", exposure: [31, 10] });
    expect(derived(cut, hc.rolling(2, "mean"))).toEqual([null, 25 / (1 + 10 / 30)]);
    expect(derived(cut, hc.rolling(2, "sum"))).toEqual([null, 25]);
  });

  it("of a share is the share of the whole stretch, not the mean of shares", () => {
    expect(derived(share([2, 9, 0], [8, 12, 0]), hc.rolling(2, "mean"))).toEqual([null, 0.55, 0.75]);
    expect(derived(share([2, 9, 0], [8, 12, 0]), hc.rolling(2, "sum"))).toEqual([null, 11, 9]);
    expect(derived(share([0, 0], [0, 0]), hc.rolling(2, "mean"))).toEqual([null, null]);
  });

  it("over one period is that period", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1e9), { minLength: 1, maxLength: 30 }), (values) => {
        expect(derived(counts(values), hc.rolling(1, "sum"))).toEqual(values);
        expect(derived(counts(values), hc.rolling(1, "mean"))).toEqual(values);
      }),
    );
  });

  it("keeps whole numbers whole at a thousand million a period", () => {
    expect(derived(counts(Array(12).fill(1e9 + 1)), hc.rolling(12, "sum"))[11]).toBe(12_000_000_012);
  });

  it("says its unit", () => {
    const unit = (series: hc.Series, one: hc.Indicator): string => hc.derive([series], [one])[0].unit;
    expect(unit(counts([1, 2], { every: "week", start: "2024-01-01" }), hc.rolling(2, "sum"))).toBe(
      "events in 2 weeks",
    );
    expect(unit(counts([1, 2], { measure: "deaths" }), hc.rolling(2, "mean"))).toBe("deaths per month");
    expect(unit(share([1, 2], [2, 2]), hc.rolling(2, "mean"))).toBe("share");
  });

  it("refuses a window that is none", () => {
    for (const window of [0, -1, 1.5, Number.NaN])
      expect(() => hc.rolling(window, "sum")).toThrow(
        new hc.InputError(`rolling: needs a whole number of periods from 1, got ${window}`),
      );
  });
});

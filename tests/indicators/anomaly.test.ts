import { describe, expect, it } from "vitest";
import * as hc from "../../src/index.js";
import { expectDigits } from "../close.js";
import { counts, derived, share } from "./madeUp.js";

/** Years in which each month has one count: only the seasons of one month meet. */
function mays(...values: readonly number[]): hc.Series {
  return counts(values, { every: "year", start: "2018-01-01" });
}

describe("anomaly", () => {
  it("is the distance from the mean of earlier years in their standard deviations", () => {
    const found = derived(mays(8, 10, 12, 9, 11, 15), hc.anomaly("z", 5));
    expect(found.slice(0, 5)).toEqual([null, null, null, null, null]);
    expectDigits(found[5] ?? 0, 5 / Math.sqrt(2.5), 14);
  });

  it("is the percentage of earlier years below, a tie as half of one", () => {
    expect(derived(mays(8, 10, 12, 9, 11, 10, 99, 0), hc.anomaly("percentile", 5)).slice(5)).toEqual([50, 100, 0]);
    expect(derived(mays(4, 4, 4), hc.anomaly("percentile", 1))).toEqual([null, 50, 50]);
  });

  it("compares a month with the same month only", () => {
    const winter = [90, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1];
    const found = derived(counts([...winter, ...winter, 90, 2]), hc.anomaly("percentile", 2));
    expect(found.slice(-2)).toEqual([50, 100]);
  });

  it("compares the 53rd week with the 53rd week, however long ago", () => {
    // 2015 and 2020 have 53 weeks
    const weeks = counts(Array(320).fill(3), { every: "week", start: "2014-12-29" });
    expect(derived(weeks, hc.anomaly("percentile", 1))[313]).toBe(50);
    expect(derived(weeks, hc.anomaly("percentile", 2))[313]).toBeNull();
  });

  it("has no z where earlier years are all equal, also where their mean rounds", () => {
    expect(derived(mays(7, 7, 7, 9), hc.anomaly("z", 3))[3]).toBeNull();
    const tenth = share([1, 1, 1, 5], [10, 10, 10, 10], { every: "year" });
    expect(derived(tenth, hc.anomaly("z", 3))[3]).toBeNull();
    expect(derived(tenth, hc.anomaly("percentile", 3))[3]).toBe(100);
  });

  it("leaves out years without a whole, before and after", () => {
    const shares = share([1, 0, 2, 3, 0], [4, 0, 4, 4, 0], { every: "year" });
    expect(derived(shares, hc.anomaly("percentile", 2))).toEqual([null, null, null, 100, null]);
  });

  it("does not change when everything is counted a thousand million times", () => {
    const small = derived(mays(3, 5, 4, 9), hc.anomaly("z", 3))[3] ?? 0;
    expectDigits(derived(mays(3e9, 5e9, 4e9, 9e9), hc.anomaly("z", 3))[3] ?? 0, small, 14);
  });

  it("refuses too few years to compare with", () => {
    expect(() => hc.anomaly("z", 1)).toThrow(
      new hc.InputError('anomaly: "z" needs a whole number of earlier years from 2, got 1'),
    );
    expect(() => hc.anomaly("percentile", 0.5)).toThrow(
      new hc.InputError('anomaly: "percentile" needs a whole number of earlier years from 1, got 0.5'),
    );
  });
});

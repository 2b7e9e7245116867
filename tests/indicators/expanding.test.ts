import { describe, expect, it } from "vitest";
import * as hc from "../../src/index.js";
import { counts, derived, share } from "./madeUp.js";

describe("expanding", () => {
  it("is the sum or the mean of all so far", () => {
    expect(derived(counts([1, 2, 6]), hc.expanding("sum"))).toEqual([1, 3, 9]);
    expect(derived(counts([1, 2, 6]), hc.expanding("mean"))).toEqual([1, 1.5, 3]);
  });

  it("of a share pools it, and is not defined while the whole is 0", () => {
    expect(derived(share([0, 1, 2], [0, 4, 2]), hc.expanding("mean"))).toEqual([null, 0.25, 0.5]);
  });

  it("at each period is a rolling window of all periods", () => {
    const series = counts([3, 0, 7, 2], { exposure: [31, 29, 12, 30] });
    for (const as of ["sum", "mean"] as const)
      expect(derived(series, hc.expanding(as))[3]).toBe(derived(series, hc.rolling(4, as))[3]);
  });

  it("says its unit", () => {
    const units = hc.derive([counts([1])], [hc.expanding("sum"), hc.expanding("mean")]).map(({ unit }) => unit);
    expect(units).toEqual(["events so far", "events per month"]);
  });
});

import { describe, expect, it } from "vitest";
import * as hc from "../../src/index.js";
import { pearson } from "../../src/inference/dispersion.js";
import { expectDigits } from "../close.js";
import { frozen } from "./contract.js";

describe("dispersion", () => {
  it("is the variance over the mean when exposures are equal", () => {
    expect(hc.dispersion().test(frozen([2, 4, 6]), 0.95).estimate).toBe(1);
    // variance 10 over mean 5
    expectDigits(hc.dispersion().test(frozen([1, 5, 9, 5, 5, 5, 9, 1]), 0.95).estimate ?? 0, 64 / 7 / 5, 14);
  });

  it("weighs a cut period by its exposure", () => {
    // one event a day throughout: 10 in 10 days, 20 in 20: no spread at all
    expect(pearson(frozen([10, 20], [10, 20]))).toBe(0);
    expectDigits(pearson(frozen([20, 10], [10, 20])), 100 / 10 + 100 / 20, 14);
  });

  it("reads as how many times the mean, with its interval and p", () => {
    const found = hc.dispersion().test(frozen([2, 14, 6, 0, 9, 1]), 0.95);
    expect(found.reading).toBe("6 periods, mean 5.3: variance 5.53 [2.15, 33.23] times the mean, p = 4.3e-5");
    // Pearson's statistic by hand: sum of squares 147.33 over a mean of 5.33
    expectDigits(found.statistic ?? 0, 318 / (32 / 6) - 32, 12);
    expect(found.n).toBe(6);
  });

  it("has a p below 5% when, and only when, 1 lies under its 90% interval", () => {
    for (const values of [
      [5, 5, 6, 4],
      [2, 9, 4, 12],
      [1, 14, 3, 9],
      [4, 8, 3, 10, 2],
    ]) {
      const found = hc.dispersion().test(frozen(values), 0.9);
      expect((found.p ?? 1) < 0.05, String(values)).toBe((found.interval?.[0] ?? 0) > 1);
    }
  });

  it("says that nothing varies where nothing happened", () => {
    const found = hc.dispersion().test(frozen([0, 0, 0]), 0.95);
    expect(found.reading).toBe("no events in 3 periods: nothing to vary");
    expect(found.estimate).toBeUndefined();
  });
});

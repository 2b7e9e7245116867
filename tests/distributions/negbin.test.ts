import { describe, expect, it } from "vitest";
import * as hc from "../../src/index.js";
import { expectDigits } from "../close.js";

describe("the negative binomial distribution", () => {
  it("is geometric at size 1", () => {
    for (let k = 0; k < 10; k++) expectDigits(Math.exp(hc.logNegbin(k, 2, 1)), (1 / 3) * (2 / 3) ** k, 13, k);
  });

  it("has the mean and the variance that it says", () => {
    const [mean, size] = [6.5, 2.5];
    let [all, first, second] = [0, 0, 0];
    for (let k = 0; k < 2000; k++) {
      const chance = Math.exp(hc.logNegbin(k, mean, size));
      all += chance;
      first += k * chance;
      second += k * k * chance;
    }
    expectDigits(all, 1, 12);
    expectDigits(first, mean, 12);
    expectDigits(second - first * first, mean + (mean * mean) / size, 11);
  });

  it("keeps the digits of its tails where the mean is beyond 1e14 sizes and counts beyond what doubles tell apart", () => {
    // At size 1 a count of k or more has the chance of k failures in a row.
    for (const mean of [1e14, 1e16, 1e17, 1e20])
      for (const times of [0.5, 2, 10, 300]) {
        const { upper } = hc.logTails({ family: "negbin", mean, size: 1 }, times * mean);
        expectDigits(upper, -times * mean * Math.log1p(1 / mean), 13, [mean, times]);
      }
    // Sums of the binomial chances of fewer than `size` successes, in 200 digits (mpmath).
    expectDigits(hc.logTails({ family: "negbin", mean: 1e20, size: 3 }, 1e21).upper, -23.824132729894238, 13);
    expectDigits(hc.logTails({ family: "negbin", mean: 1e17, size: 50 }, 1e18).upper, -339.94704606427325, 13);
  });

  it("is all on 0 when nothing is expected", () => {
    expect(hc.logNegbin(0, 0, 3)).toBe(0);
    expect(hc.logNegbin(1, 0, 3)).toBe(-Infinity);
  });
});

import { describe, expect, it } from "vitest";
import { betaBinomialTails, logBetaBinomial } from "../../src/distributions/betaBinomial.js";
import { expectDigits } from "../close.js";

describe("the beta-binomial distribution", () => {
  it("is even when every share is as likely", () => {
    for (let k = 0; k <= 9; k++) expectDigits(Math.exp(logBetaBinomial(k, 9, 1, 1)), 0.1, 14, k);
  });

  it("gives the chances of drawing again what was drawn", () => {
    // Polya's urn with 2 red and 1 white balls: red, red is 2/3 of 3/4.
    expectDigits(Math.exp(logBetaBinomial(2, 2, 2, 1)), 0.5, 14);
    expectDigits(Math.exp(logBetaBinomial(1, 2, 2, 1)), 1 / 3, 14);
  });

  it("has the same tails added up and integrated, on either side of 10,000", () => {
    // P(X <= k) of n + 1 is P(X <= k) of n less the chance that a k + 1st comes at the last.
    for (const [k, a, b] of [
      [300, 2.5, 60],
      [5000, 0.3, 0.4],
      [40, 0.7, 500],
      [9990, 30, 0.2],
    ]) {
      const n = 10_000;
      const last = Math.log(a + k) - Math.log(a + b + n);
      const stepped = Math.exp(betaBinomialTails(k, n, a, b).lower) - Math.exp(logBetaBinomial(k, n, a, b) + last);
      expectDigits(Math.exp(betaBinomialTails(k, n + 1, a, b).lower), stepped, 11, [k, a, b]);
    }
  });

  it("mirrors when a and b change places, at any n", () => {
    for (const n of [50, 9_000, 10_000_000]) {
      const k = Math.floor(n / 5);
      const tails = betaBinomialTails(k, n, 0.8, 7);
      const mirrored = betaBinomialTails(n - k, n, 7, 0.8);
      expectDigits(tails.lower, mirrored.upper, 12, n);
      expectDigits(tails.upper, mirrored.lower, 12, n);
    }
  });

  it("has nothing to count at n 0", () => {
    expect(logBetaBinomial(0, 0, 2, 3)).toBe(0);
    expect(betaBinomialTails(0, 0, 2, 3)).toEqual({ lower: 0, upper: 0 });
  });
});

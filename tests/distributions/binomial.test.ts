import { describe, expect, it } from "vitest";
import * as hc from "../../src/index.js";
import { expectDigits } from "../close.js";

describe("the binomial distribution", () => {
  it("gives the chances of a coin", () => {
    expectDigits(Math.exp(hc.logBinomial(1, 2, 0.5)), 0.5, 14);
    expectDigits(Math.exp(hc.binomialTails(0, 2, 0.5).lower), 0.25, 14);
    expectDigits(Math.exp(hc.binomialTails(1, 2, 0.5).upper), 0.75, 14);
  });

  it("has tails that are sums of its chances", () => {
    const [n, p] = [23, 0.3];
    let sum = 0;
    for (let k = 0; k <= n; k++) {
      if (k < 16) expectDigits(Math.exp(hc.binomialTails(k, n, p).upper), 1 - sum, 8, k);
      sum += Math.exp(hc.logBinomial(k, n, p));
      expectDigits(Math.exp(hc.binomialTails(k, n, p).lower), sum, 13, k);
    }
  });

  it("is certain at its ends", () => {
    expect(hc.binomialTails(7, 7, 0.3).lower).toBe(0);
    expect(hc.binomialTails(0, 7, 0.3).upper).toBe(0);
    expect(hc.logBinomial(0, 5, 0)).toBe(0);
    expect(hc.logBinomial(5, 5, 1)).toBe(0);
    expect(Math.exp(hc.logBinomial(0, 0, 0.4))).toBe(1);
  });
});

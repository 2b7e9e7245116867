import { describe, expect, it } from "vitest";
import { logBinomialTerm, logPoissonTerm } from "../../src/math/saddle.js";
import { expectDigits } from "../close.js";

describe("a Poisson term", () => {
  it("is mean^k e^-mean / k! on paper-sized numbers", () => {
    expect(logPoissonTerm(0, 700)).toBe(-700);
    expectDigits(logPoissonTerm(1, 1), -1, 15);
    expectDigits(logPoissonTerm(2, 3), Math.log(4.5) - 3, 14);
    expectDigits(logPoissonTerm(5, 2), Math.log(32 / 120) - 2, 14);
  });

  it("follows its own recurrence term(k + 1) = term(k) mean / (k + 1), far out too", () => {
    for (const mean of [0.01, 3, 140, 1e6]) {
      for (const k of [1, 14, 15, 16, 999, 1_000_000]) {
        const step = logPoissonTerm(k + 1, mean) - logPoissonTerm(k, mean);
        const size = Math.abs(logPoissonTerm(k, mean)) + 1;
        expect(Math.abs(step - Math.log(mean / (k + 1))), `${k} ${mean}`).toBeLessThan(4e-15 * size);
      }
    }
  });

  it("puts everything on 0 when the mean is 0", () => {
    expect(logPoissonTerm(0, 0)).toBe(0);
    expect(logPoissonTerm(1, 0)).toBe(-Infinity);
  });
});

describe("a binomial term", () => {
  it("is the chance of k of n on paper-sized numbers", () => {
    expectDigits(logBinomialTerm(1, 1, 0.5, 0.5), Math.log(0.5), 14);
    expectDigits(logBinomialTerm(2, 2, 0.25, 0.75), Math.log((6 * 9) / 256), 14);
    expectDigits(logBinomialTerm(0, 3, 0.2, 0.8), 3 * Math.log(0.8), 14);
    expectDigits(logBinomialTerm(3, 0, 0.2, 0.8), 3 * Math.log(0.2), 14);
  });

  it("does not change when successes and failures trade places", () => {
    for (const [k, rest, p] of [
      [3, 40, 0.125],
      [500, 2, 0.75],
      [17, 17, 0.0625],
    ]) {
      expectDigits(logBinomialTerm(k, rest, p, 1 - p), logBinomialTerm(rest, k, 1 - p, p), 14, [k, rest, p]);
    }
  });

  it("keeps the digits of a complement too small for 1 - p", () => {
    expectDigits(logBinomialTerm(0, 1000, 1e-20, 1), -1e-17, 12);
    expectDigits(logBinomialTerm(1000, 0, 1, 1e-20), -1e-17, 12);
  });

  it("is certain or impossible where p is 0 or 1", () => {
    expect(logBinomialTerm(0, 4, 0, 1)).toBe(0);
    expect(logBinomialTerm(1, 3, 0, 1)).toBe(-Infinity);
    expect(logBinomialTerm(4, 0, 1, 0)).toBe(0);
    expect(logBinomialTerm(3, 1, 1, 0)).toBe(-Infinity);
  });
});

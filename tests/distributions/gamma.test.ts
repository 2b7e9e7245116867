import { describe, expect, it } from "vitest";
import * as hc from "../../src/index.js";
import { InputError } from "../../src/index.js";
import { expectDigits } from "../close.js";

describe("gamma and chi-square", () => {
  it("give the exponential's quantile at shape 1", () => {
    for (const p of [1e-9, 0.025, 0.5, 0.975]) expectDigits(hc.gammaQuantile(p, 1), -Math.log1p(-p), 13, p);
  });

  it("give the upper end of a rate of 16 in 24 days, by the week", () => {
    // R: qgamma(0.975, 17) / 24 * 7

    expectDigits((hc.gammaQuantile(0.975, 17) / 24) * 7, 7.578374299288609, 13);
  });

  it("are each other's inverse", () => {
    for (const p of [0.001, 0.4, 0.9999]) {
      for (const df of [1, 6, 200]) {
        expectDigits(Math.exp(hc.chiSquareUpper(hc.chiSquareQuantile(p, df), df)), 1 - p, 9, [p, df]);
      }
    }
  });

  it("reach from 0 to infinity", () => {
    expect(hc.gammaQuantile(0, 3)).toBe(0);
    expect(hc.gammaQuantile(1, 3)).toBe(Infinity);
    expect(hc.chiSquareUpper(0, 5)).toBe(0);
  });

  it("throw on what is no chance or no shape", () => {
    const wrong = (p: number, shape: number, message: string): void =>
      expect(() => hc.gammaQuantile(p, shape)).toThrow(new InputError(message));
    wrong(-0.1, 2, "gammaQuantile: p needs a number from 0 to 1, got -0.1");
    wrong(Number.NaN, 2, "gammaQuantile: p needs a number from 0 to 1, got NaN");
    wrong(0.5, 0, "gammaQuantile: shape needs a number above 0, got 0");
  });
});

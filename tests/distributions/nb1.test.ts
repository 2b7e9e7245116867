import { describe, expect, it } from "vitest";
import * as hc from "../../src/index.js";
import { expectDigits } from "../close.js";

describe("the negative binomial of the first kind", () => {
  it("has phi times the variance of a Poisson, at every mean", () => {
    for (const [mean, phi] of [
      [0.5, 1.4],
      [7, 4],
      [40, 11],
    ]) {
      let [all, first, second] = [0, 0, 0];
      for (let k = 0; k < 3000; k++) {
        const chance = Math.exp(hc.logNb1(k, mean, phi));
        all += chance;
        first += k * chance;
        second += k * k * chance;
      }
      expectDigits(all, 1, 11, [mean, phi]);
      expectDigits(first, mean, 11, [mean, phi]);
      expectDigits(second - first * first, phi * mean, 10, [mean, phi]);
    }
  });

  it("adds up: two months of one rate are one month of twice the mean", () => {
    const [mean, phi] = [3, 2.8];
    for (let total = 0; total < 12; total++) {
      let sum = 0;
      for (let k = 0; k <= total; k++) sum += Math.exp(hc.logNb1(k, mean, phi) + hc.logNb1(total - k, mean, phi));
      expectDigits(Math.exp(hc.logNb1(total, 2 * mean, phi)), sum, 12, total);
    }
  });

  it("is the Poisson at phi 1, and near it just above", () => {
    for (const k of [0, 3, 20]) {
      expect(hc.logNb1(k, 4, 1)).toBe(hc.logPoisson(k, 4));
      expect(Math.abs(hc.logNb1(k, 4, 1 + 1e-9) - hc.logPoisson(k, 4))).toBeLessThan(1e-7);
    }
  });
});

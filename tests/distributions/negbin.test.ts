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

  it("is all on 0 when nothing is expected", () => {
    expect(hc.logNegbin(0, 0, 3)).toBe(0);
    expect(hc.logNegbin(1, 0, 3)).toBe(-Infinity);
  });
});

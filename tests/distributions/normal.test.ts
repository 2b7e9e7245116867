import { describe, expect, it } from "vitest";
import * as hc from "../../src/index.js";
import { expectDigits } from "../close.js";

describe("the normal distribution", () => {
  it("has the quantiles of every table", () => {
    expectDigits(hc.normalQuantile(0.975), 1.959963984540054, 14);
    expectDigits(hc.normalQuantile(0.995), 2.5758293035489, 13);
    expect(hc.normalQuantile(0.5)).toBe(0);
  });

  it("is the same on both sides", () => {
    for (const z of [0.1, 1, 3]) {
      expectDigits(Math.exp(hc.normalUpper(z)) + Math.exp(hc.normalUpper(-z)), 1, 14, z);
    }
    expectDigits(hc.normalQuantile(0.025), -hc.normalQuantile(0.975), 14);
  });

  it("has a tail where a density alone would be 0", () => {
    // log Q(40) = -804.608442..., Abramowitz & Stegun (1964) 26.2.12 summed to its smallest term
    expectDigits(
      hc.normalUpper(40),
      -800 - Math.log(40 * Math.sqrt(2 * Math.PI)) + Math.log1p(-1 / 1600 + 3 / 2.56e6),
      9,
    );
  });

  it("throws on what is no chance between 0 and 1", () => {
    for (const p of [0, 1, -1, Number.NaN]) {
      expect(() => hc.normalQuantile(p)).toThrow(
        new hc.InputError(`normalQuantile: p needs a number between 0 and 1, got ${p}`),
      );
    }
  });
});

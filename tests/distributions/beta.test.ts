import { describe, expect, it } from "vitest";
import * as hc from "../../src/index.js";
import { logBetaTails } from "../../src/math/incompleteBeta.js";
import { expectDigits } from "../close.js";

describe("the beta distribution", () => {
  it("has closed-form quantiles where a or b is 1", () => {
    for (const p of [1e-6, 0.025, 0.5, 0.975]) {
      expectDigits(hc.betaQuantile(p, 1, 5), -Math.expm1(Math.log1p(-p) / 5), 12, p);
      expectDigits(hc.betaQuantile(p, 5, 1), p ** 0.2, 12, p);
    }
    expectDigits(hc.betaQuantile(0.5, 2, 2), 0.5, 15);
  });

  it("puts p below its quantile", () => {
    for (const [p, a, b] of [
      [0.3, 0.5, 7],
      [0.9, 200, 3],
      [0.001, 11, 6],
    ]) {
      expectDigits(Math.exp(logBetaTails(hc.betaQuantile(p, a, b), a, b).lower), p, 12, [p, a, b]);
    }
  });

  it("reaches from 0 to 1", () => {
    expect(hc.betaQuantile(0, 2, 3)).toBe(0);
    expect(hc.betaQuantile(1, 2, 3)).toBe(1);
  });

  it("throws on what is no chance or no shape", () => {
    const wrong = (p: number, a: number, b: number, message: string): void =>
      expect(() => hc.betaQuantile(p, a, b)).toThrow(new hc.InputError(message));
    wrong(1.5, 2, 2, "betaQuantile: p needs a number from 0 to 1, got 1.5");
    wrong(0.5, 0, 2, "betaQuantile: a and b need numbers above 0, got 0 and 2");
    wrong(0.5, 2, Number.NaN, "betaQuantile: a and b need numbers above 0, got 2 and NaN");
  });
});

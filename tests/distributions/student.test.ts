import { describe, expect, it } from "vitest";
import * as hc from "../../src/index.js";
import { expectDigits } from "../close.js";

describe("Student's t", () => {
  it("is Cauchy's at one degree of freedom", () => {
    for (const t of [0.5, 1, 12.7]) {
      expectDigits(Math.exp(hc.studentUpper(t, 1)), 0.5 - Math.atan(t) / Math.PI, 11, t);
      expectDigits(Math.exp(hc.studentUpper(-t, 1)), 0.5 + Math.atan(t) / Math.PI, 11, t);
    }
  });

  it("nears the normal as its degrees of freedom grow", () => {
    expect(Math.abs(hc.studentQuantile(0.975, 1e7) - hc.normalQuantile(0.975))).toBeLessThan(1e-6);
    expect(hc.studentQuantile(0.975, 5)).toBeGreaterThan(hc.studentQuantile(0.975, 6));
  });

  it("has quantiles that its tail undoes, the same on both sides", () => {
    for (const p of [1e-8, 0.025, 0.3, 0.8]) {
      expectDigits(Math.exp(hc.studentUpper(hc.studentQuantile(p, 9), 9)), 1 - p, 12, p);
    }
    expectDigits(hc.studentQuantile(0.025, 9), -hc.studentQuantile(0.975, 9), 14);
    expect(hc.studentQuantile(0.5, 9)).toBe(0);
    expectDigits(Math.exp(hc.studentUpper(0, 9)), 0.5, 15);
  });

  it("throws on what is no chance between 0 and 1", () => {
    for (const p of [0, 1, Number.NaN]) {
      expect(() => hc.studentQuantile(p, 4)).toThrow(
        new hc.InputError(`studentQuantile: p needs a number between 0 and 1, got ${p}`),
      );
    }
  });
});

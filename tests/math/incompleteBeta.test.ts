import { describe, expect, it } from "vitest";
import { logBetaTails } from "../../src/math/incompleteBeta.js";
import { expectDigits } from "../close.js";

describe("the incomplete beta function", () => {
  it("has closed forms where a or b is 1", () => {
    expectDigits(Math.exp(logBetaTails(0.25, 1, 2).lower), 0.4375, 14);
    for (const x of [0.01, 0.3, 0.5, 0.9]) {
      for (const a of [0.5, 1, 3, 80]) {
        expectDigits(logBetaTails(x, a, 1).lower, a * Math.log(x), 12, [x, a]);
        expectDigits(logBetaTails(x, 1, a).upper, a * Math.log1p(-x), 12, [x, a]);
      }
    }
  });

  it("turns over when x turns into 1 - x", () => {
    for (const [x, a, b] of [
      [0.125, 2, 5],
      [0.5, 30, 4],
      [0.75, 0.5, 0.5],
    ]) {
      const [one, other] = [logBetaTails(x, a, b), logBetaTails(1 - x, b, a)];
      expectDigits(one.lower, other.upper, 13, [x, a, b]);
      expectDigits(one.upper, other.lower, 13, [x, a, b]);
    }
  });

  it("believes the complement it is handed", () => {
    expectDigits(logBetaTails(1, 1, 2, 1e-20).upper, 2 * Math.log(1e-20), 13);
  });

  it("loses no digits where a is huge and x next to 1 (mpmath, 60 digits)", () => {
    for (const [a, b, y, lower, upper] of [
      [1e12, 2, 4e-12, -2.3905620875738998, -0.09604646468275509],
      [1e9, 3, 5e-9, -2.0822292797400452, -0.13313377797988085],
      [1e6, 40, 5e-5, -2.7405923816029554, -0.06670845554028597],
      [1e12, 1e6, 1.002e-6, -3.7831918437810277, -0.023012734496413317],
    ]) {
      const tails = logBetaTails(1 - y, a, b, y);
      expectDigits(tails.lower, lower, 12, [a, b]);
      expectDigits(tails.upper, upper, 11, [a, b]);
    }
  });

  it("is all above 0 and all below 1", () => {
    expect(logBetaTails(0, 2, 3)).toEqual({ lower: -Infinity, upper: 0 });
    expect(logBetaTails(1, 2, 3)).toEqual({ lower: 0, upper: -Infinity });
  });
});

import { describe, expect, it } from "vitest";
import { logComplement, logGammaTails } from "../../src/math/incompleteGamma.js";
import { expectDigits } from "../close.js";

describe("the incomplete gamma function", () => {
  it("has closed forms at shapes 1 and 2", () => {
    for (const x of [0.001, 0.5, 1, 2, 3, 40, 700]) {
      expectDigits(logGammaTails(1, x).upper, -x, 13, x);
      expectDigits(logGammaTails(2, x).upper, Math.log1p(x) - x, 12, x);
      expectDigits(logGammaTails(1, x).lower, logComplement(-x), 12, x);
    }
  });

  it("has two tails that add to 1, on both sides of where series and fraction meet", () => {
    for (const shape of [0.5, 1, 7.25, 100, 1e5]) {
      for (const times of [0.5, 0.99, 1, 1.01, 2]) {
        const { lower, upper } = logGammaTails(shape, shape * times);
        expect(Math.abs(Math.exp(lower) + Math.exp(upper) - 1), `${shape} ${times}`).toBeLessThan(1e-14);
      }
    }
  });

  it("is smooth where series and fraction meet, at x = shape + 1", () => {
    for (const shape of [0.5, 12, 900]) {
      const [below, above] = [shape + 1 - 1e-9, shape + 1].map((x) => logGammaTails(shape, x).upper);
      expect(Math.abs(above - below), String(shape)).toBeLessThan(1e-8);
      expect(above).toBeLessThan(below);
    }
  });

  it("is all above 0 and all below infinity", () => {
    expect(logGammaTails(3, 0)).toEqual({ lower: -Infinity, upper: 0 });
    expect(logGammaTails(3, Infinity)).toEqual({ lower: 0, upper: -Infinity });
  });
});

describe("a complement on the log scale", () => {
  it("keeps the digits of the smaller part", () => {
    expectDigits(logComplement(-1e-20), Math.log(1e-20), 14);
    expectDigits(logComplement(-100), -Math.exp(-100), 14);
    expectDigits(logComplement(-Math.LN2), -Math.LN2, 14);
  });

  it("turns certain into impossible and back", () => {
    expect(logComplement(0)).toBe(-Infinity);
    expect(logComplement(-Infinity)).toBe(0);
  });
});

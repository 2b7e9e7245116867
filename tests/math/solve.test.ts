import { describe, expect, it } from "vitest";
import { solve } from "../../src/math/solve.js";
import { expectDigits } from "../close.js";

describe("solve", () => {
  it("finds the crossing to the last digits", () => {
    expectDigits(
      solve((x) => x * x - 2, 0, 2),
      Math.SQRT2,
      15,
    );
    expectDigits(
      solve((x) => Math.cos(x) - x, 0, 1),
      0.7390851332151607,
      15,
    );
    expectDigits(
      solve((x) => Math.log(x) + 70, 1e-40, 1),
      Math.exp(-70),
      14,
    );
  });

  it("takes the ends in either order and falling functions as well as rising ones", () => {
    expectDigits(
      solve((x) => 2 - x * x, 2, 0),
      Math.SQRT2,
      15,
    );
  });

  it("gives an end that is itself a zero", () => {
    expect(solve((x) => x, 0, 1)).toBe(0);
    expect(solve((x) => x - 1, 0, 1)).toBe(1);
  });

  it("closes in on functions that are flat, steep or broken", () => {
    expect(Math.abs(solve((x) => (x - 0.3) ** 9, 0, 1) - 0.3)).toBeLessThan(1e-9);
    expectDigits(
      solve((x) => Math.atan(1e9 * (x - 0.3)), 0, 1),
      0.3,
      14,
    );
    expectDigits(
      solve((x) => (x < 0.7 ? -1 : 1), 0, 1),
      0.7,
      14,
    );
  });

  it("asks for the function no more often than halving would", () => {
    let asked = 0;
    solve(
      (x) => {
        asked++;
        return Math.exp(x) - 5;
      },
      0,
      10,
    );
    expect(asked).toBeLessThan(20);
  });

  it("throws where both ends lie on one side", () => {
    expect(() => solve((x) => x * x + 1, -1, 2)).toThrow(
      new RangeError("solve: no change of sign between -1 (2) and 2 (5)"),
    );
  });
});

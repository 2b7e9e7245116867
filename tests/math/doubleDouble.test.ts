import { describe, expect, it } from "vitest";
import { exact, minus, over, plus, root, times } from "../../src/math/doubleDouble.js";

describe("numbers of 32 digits", () => {
  it("multiply whole numbers of 53 bits without loss", () => {
    const product = times(exact(9_007_199_254_740_991), exact(9_007_199_254_740_981));
    const whole = BigInt(product.high) + BigInt(product.low);
    expect(whole).toBe(9_007_199_254_740_991n * 9_007_199_254_740_981n);
  });

  it("keep what a double would lose", () => {
    expect(minus(plus(exact(1), exact(1e-30)), exact(1)).high).toBe(1e-30);
  });

  it("undo division and roots to 31 digits", () => {
    for (const x of [3, 0.1, 7e10, 2e-9]) {
      const third = over(exact(x), exact(3));
      expect(Math.abs(minus(times(third, exact(3)), exact(x)).high)).toBeLessThan(1e-31 * x);
      const side = root(exact(x));
      expect(Math.abs(minus(times(side, side), exact(x)).high)).toBeLessThan(1e-30 * x);
    }
    expect(root(exact(0))).toEqual(exact(0));
  });
});

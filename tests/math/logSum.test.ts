import { describe, expect, it } from "vitest";
import { logSum } from "../../src/math/logSum.js";

describe("logSum", () => {
  it("adds what no double can hold", () => {
    expect(logSum(-5000, -5000)).toBeCloseTo(-5000 + Math.LN2, 12);
    expect(logSum(5000, 4000)).toBe(5000);
  });

  it("adds nothing to nothing", () => {
    expect(logSum(-Infinity, 3)).toBe(3);
    expect(logSum(3, -Infinity)).toBe(3);
    expect(logSum(-Infinity, -Infinity)).toBe(-Infinity);
  });
});

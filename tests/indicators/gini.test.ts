import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as hc from "../../src/index.js";

const { concentrate } = hc.gini();

describe("gini", () => {
  it("is half the mean difference over the mean", () => {
    // differences of 0, 1 and 3 each way: 2 (1 + 3 + 2) / 9 = 4/3; half of it over 4/3
    expect(concentrate([0, 1, 3])).toBe(0.5);
    expect(concentrate([4, 4, 4])).toBe(0);
    expect(concentrate([0, 0, 0, 8])).toBe(0.75);
  });

  it("is not defined where nothing was counted", () => {
    expect(concentrate([0, 0])).toBeNaN();
  });

  it("is the same for twice the counts and for every place twice, and lies from 0 to 1 less 1 over the places", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 1e6 }), { minLength: 1, maxLength: 20 }), (counts) => {
        const index = concentrate(counts);
        expect(concentrate(counts.map((one) => 2 * one))).toBeCloseTo(index, 12);
        expect(concentrate([...counts, ...counts])).toBeCloseTo(index, 12);
        expect(index).toBeGreaterThanOrEqual(0);
        expect(index).toBeLessThanOrEqual(1 - 1 / counts.length);
      }),
    );
  });
});

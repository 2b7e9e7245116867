import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as hc from "../../src/index.js";

const { concentrate } = hc.herfindahl();

describe("herfindahl", () => {
  it("is the sum of the squared shares", () => {
    expect(concentrate([2, 1, 1])).toBe(0.375);
    expect(concentrate([5, 5, 5, 5])).toBe(0.25);
    expect(concentrate([0, 1e9, 0])).toBe(1);
  });

  it("is not defined where nothing was counted", () => {
    expect(concentrate([0, 0])).toBeNaN();
  });

  it("lies between 1 over the number of places and 1, and does not see quiet places", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 1e6 }), { minLength: 1, maxLength: 20 }), (counts) => {
        const index = concentrate(counts);
        expect(index).toBeGreaterThanOrEqual(1 / counts.length - 1e-12);
        expect(index).toBeLessThanOrEqual(1 + 1e-12);
        expect(concentrate([...counts, 0])).toBe(index);
      }),
    );
  });
});

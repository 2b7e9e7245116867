import { describe, expect, it } from "vitest";
import { wider } from "../../src/core/wider.js";

describe("the wider of two intervals", () => {
  it("takes the lower of the low ends and the higher of the high ones, whichever has them", () => {
    expect(wider([1, 4], [2, 3])).toEqual([1, 4]);
    expect(wider([1, 3], [0.5, 5])).toEqual([0.5, 5]);
    expect(wider([1, 3], [2, 5])).toEqual([1, 5]);
  });

  it("has no high end where either has none", () => {
    expect(wider([1, null], [2, 3])).toEqual([1, null]);
    expect(wider([2, 3], [1, null])).toEqual([1, null]);
  });
});

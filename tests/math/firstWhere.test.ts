import { describe, expect, it } from "vitest";
import { firstWhere } from "../../src/math/firstWhere.js";

describe("the first whole number", () => {
  it("is where something begins to hold, each place in turn", () => {
    for (let first = 3; first <= 20; first++) expect(firstWhere(3, 20, (k) => k >= first)).toBe(first);
  });

  it("is the upper end where nothing below holds, and the lower where there is nothing to search", () => {
    expect(firstWhere(0, 9, () => false)).toBe(9);
    expect(firstWhere(5, 2, () => true)).toBe(5);
  });
});

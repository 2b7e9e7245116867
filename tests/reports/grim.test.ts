import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { grim, grimJoint, InputError } from "../../src/index.js";

describe("grim", () => {
  it("finds no seven whole counts with a mean of 32.5 or 20.5, and one sum for 14.4", () => {
    expect(grim("32.5", 7)).toEqual([]);
    expect(grim("20.5", 7)).toEqual([]);
    expect(grim("14.4", 7)).toEqual([101]);
  });

  it("finds every sum that prints so", () => {
    expect(grim("6.25", 4)).toEqual([25]);
    expect(grim("21", 4)).toEqual([82, 83, 84, 85, 86]);
    expect(grim("0.3", 12)).toEqual([3, 4]);
  });

  it("lets a digit half way have been rounded either way", () => {
    expect(grim("62", 16, 100)).toEqual([10]);
    expect(grim("63", 16, 100)).toEqual([10]);
    expect(grim("69", 16, 100)).toEqual([11]);
    expect(grim("68", 16, 100)).toEqual([]);
  });

  it("has no sum below 0, and each sum once", () => {
    expect(grim("0", 3)).toEqual([0, 1]);
    expect(grim("0.0", 30)).toEqual([0, 1]);
  });

  it("finds whatever whole counts were printed, rounded by their decimals", () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 3 }), (sum, n, digits) => {
        expect(grim((sum / n).toFixed(digits), n)).toContain(sum);
      }),
      { seed: 8, numRuns: 300 },
    );
  });

  it("throws on what is not printed as a decimal number", () => {
    for (const text of ["", "32,5", "-1", "1e3", ".5", "5."]) {
      expect(() => grim(text, 7)).toThrow(
        new InputError(`grim: needs a decimal number as printed, got ${JSON.stringify(text)}`),
      );
    }
  });
});

describe("grim over several means together", () => {
  it("finds 8, 10, 11 and 12 months for 32.5, 20.5 and 14.4, and 8 the smallest", () => {
    const found = grimJoint(["32.5", "20.5", "14.4"], { most: 12 });
    expect(found.map((one) => one.n)).toEqual([8, 10, 11, 12]);
    expect(found[0]).toEqual({ n: 8, sums: [[260], [164], [115]] });
  });

  it("finds 4, 8 and 12 months for 21, 11 and 6.25", () => {
    expect(grimJoint(["21", "11", "6.25"], { most: 12 }).map((one) => one.n)).toEqual([4, 8, 12]);
  });

  it("finds every number of months for no means at all", () => {
    expect(grimJoint([], { most: 2 })).toEqual([
      { n: 1, sums: [] },
      { n: 2, sums: [] },
    ]);
  });
});

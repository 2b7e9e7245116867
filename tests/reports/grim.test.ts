import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { grim, grimJoint, InputError, type Rounding, roundings } from "../../src/index.js";

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
    expect(grim("62", 16, { scale: 100 })).toEqual([10]);
    expect(grim("63", 16, { scale: 100 })).toEqual([10]);
    expect(grim("69", 16, { scale: 100 })).toEqual([11]);
    expect(grim("68", 16, { scale: 100 })).toEqual([]);
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

describe("grim under rules of rounding", () => {
  it("finds 32.5, 20.5 and 14.4 possible over seven months where digits are cut off, or rounded to halves", () => {
    const printed = ["32.5", "20.5", "14.4"];
    const sums = (rounding: Rounding): (readonly number[])[] => printed.map((one) => grim(one, 7, { rounding }));
    expect(sums("down")).toEqual([[228], [144], [101]]);
    expect(sums("to halves")).toEqual([[226, 227, 228, 229], [142, 143, 144, 145], [101]]);
    expect(sums("up")).toEqual([[227], [143], []]);
  });

  it("takes a digit between two as the rule says", () => {
    const of = (printed: string, rounding: Rounding): readonly number[] => grim(printed, 16, { scale: 100, rounding });
    // 10 of 16 is 62.5%
    expect(roundings.map((rounding) => of("62", rounding).length)).toEqual([1, 0, 1, 1, 0, 1, 0]);
    expect(roundings.map((rounding) => of("63", rounding).length)).toEqual([1, 1, 0, 0, 1, 0, 0]);
  });

  it("finds just the sums that a program prints so, rounding up, down or to the nearest", () => {
    const rules: readonly (readonly [Rounding, (x: number) => number])[] = [
      ["up", Math.ceil],
      ["down", Math.floor],
      ["half up", (x) => Math.floor(x + 0.5)],
      ["half down", (x) => Math.ceil(x - 0.5)],
    ];
    for (const [rounding, round] of rules) {
      for (let n = 1; n <= 16; n++) {
        for (let digits = 0; digits <= 30; digits++) {
          const sums = Array.from({ length: 60 }, (_, sum) => sum).filter((sum) => round((10 * sum) / n) === digits);
          expect(grim((digits / 10).toFixed(1), n, { rounding })).toEqual(sums);
        }
      }
    }
  });

  it("goes further where the number is put loosely", () => {
    expect(grim("69", 22, { scale: 100 })).toEqual([]);
    expect(grim("69", 22, { scale: 100, wider: 1 })).toEqual([15]);
  });

  it("throws on a number of counts that is none", () => {
    for (const n of [0, -1, 2.5, Number.NaN])
      expect(() => grim("1", n)).toThrow(new InputError(`grim: n needs a whole number above 0, got ${n}`));
  });
});

import { describe, expect, it } from "vitest";
import { wholes } from "../../src/index.js";

describe("wholes behind percentages", () => {
  it("finds the smallest whole for one, and for several of the same", () => {
    const first = (printed: readonly string[]): number | undefined => wholes(printed, { most: 100 }).at(0)?.n;
    expect(first(["69"])).toBe(13);
    expect(first(["64"])).toBe(11);
    expect(first(["69", "64"])).toBe(36);
    expect(first(["58", "58"])).toBe(12);
  });

  it("finds just the wholes that brute force does", () => {
    const prints = (part: number, n: number, percent: number): boolean => Math.abs((100 * part) / n - percent) <= 0.5;
    const expected = Array.from({ length: 60 }, (_, i) => i + 1).filter((n) =>
      [69, 64].every((one) => Array.from({ length: n + 1 }, (_, k) => k).some((k) => prints(k, n, one))),
    );
    expect(wholes(["69", "64"], { most: 60 }).map((one) => one.n)).toEqual(expected);
  });

  it("lets parts of one whole add up to it", () => {
    expect(wholes(["33", "33", "33"], { most: 6, adds: true }).map((one) => one.n)).toEqual([3, 6]);
    // A third is never printed as 34%, and three parts of at least 33.5% are more than the whole.
    expect(wholes(["34", "34", "34"], { most: 200, adds: true })).toEqual([]);
    expect(wholes(["50", "30", "20"], { most: 10, adds: true }).map((one) => one.n)).toEqual([10]);
    expect(wholes(["50", "30", "10"], { most: 300, adds: true })).toEqual([]);
  });

  it("never takes a part for more than its whole", () => {
    expect(wholes(["100"], { most: 2 })).toEqual([
      { n: 1, sums: [[1]] },
      { n: 2, sums: [[2]] },
    ]);
    expect(wholes(["101"], { most: 50 })).toEqual([]);
  });

  it("goes further where percentages are put loosely", () => {
    // 11 and 10 of 16 are 68.75% and 62.5%: within one and a half points of 69% and 64%.
    expect(wholes(["69", "64"], { most: 18 })).toEqual([]);
    expect(wholes(["69", "64"], { most: 18, wider: 1 })).toEqual([{ n: 16, sums: [[11], [10]] }]);
  });
});

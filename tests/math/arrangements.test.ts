import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { choose, drawnSums, everySum } from "../../src/math/arrangements.js";

/** Powers of two: each choice of them has a sum of its own. */
function powers(n: number): number[] {
  return Array.from({ length: n }, (_, i) => 2 ** i);
}

describe("choose", () => {
  it("counts the ways", () => {
    expect([choose(11, 4), choose(22, 11), choose(24, 12), choose(5, 0), choose(5, 5)]).toEqual([
      330, 705_432, 2_704_156, 1, 1,
    ]);
    expect(choose(52, 26)).toBe(495_918_532_948_104);
  });
});

describe("every sum", () => {
  it("goes through the choices in the order of their places", () => {
    expect([...everySum(powers(4), 2)]).toEqual([3, 5, 9, 6, 10, 12]);
    expect([...everySum([7, 8], 0)]).toEqual([0]);
    expect([...everySum([7, 8], 2)]).toEqual([15]);
  });

  it("has every choice once", () => {
    for (const [n, k] of [
      [1, 1],
      [11, 4],
      [12, 6],
      [13, 1],
      [20, 17],
    ]) {
      const sums = everySum(powers(n), k);
      expect(sums).toHaveLength(choose(n, k));
      expect(new Set(sums).size).toBe(sums.length);
      expect(sums.every((sum) => sum.toString(2).replaceAll("0", "").length === k)).toBe(true);
    }
  });
});

describe("drawn sums", () => {
  it("are of choices equally likely, also where the numbers of one word are few", () => {
    for (const [n, k] of [
      [6, 3],
      [11, 4],
      [45, 2],
      [300, 1],
    ]) {
      const seen = new Map([...everySum(powers(n), k)].map((sum) => [sum, 0]));
      const draws = 400 * seen.size;
      for (const sum of drawnSums(powers(n), k, draws, 17)) seen.set(sum, (seen.get(sum) ?? Number.NaN) + 1);
      const off = [...seen.values()].reduce((sum, count) => sum + (count - 400) ** 2 / 400, 0);
      const df = seen.size - 1;
      expect(Math.abs(off - df) / Math.sqrt(2 * df)).toBeLessThan(4);
    }
  });

  it("are the same for the same seed, on every machine, and others for another", () => {
    expect([...drawnSums(powers(24), 12, 4, 1)]).toEqual([844_780, 16_006_340, 6_718_587, 8_771_192]);
    expect([...drawnSums(powers(24), 12, 4, 2)]).not.toEqual([...drawnSums(powers(24), 12, 4, 1)]);
    expect([...drawnSums(powers(24), 12, 4, 2 ** 32 + 1)]).not.toEqual([...drawnSums(powers(24), 12, 4, 1)]);
  });

  it("choose the same places whatever the numbers", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1000), { minLength: 5, maxLength: 70 }), fc.nat(), (numbers, seed) => {
        const double = drawnSums(
          numbers.map((x) => 2 * x),
          5,
          20,
          seed,
        );
        expect([...drawnSums(numbers, 5, 20, seed)].map((sum) => 2 * sum)).toEqual([...double]);
      }),
      { seed: 3, numRuns: 100 },
    );
  });

  it("take no more than 65,535 numbers", () => {
    expect(() => drawnSums(new Array(65_536).fill(1), 2, 1, 1)).toThrow(
      new RangeError("drawnSums: takes at most 65,535 numbers, got 65536"),
    );
    expect([...drawnSums(new Array(65_535).fill(1), 3, 1, 1)]).toEqual([3]);
  });
});

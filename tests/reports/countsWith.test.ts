import { describe, expect, it } from "vitest";
import { countsWith, squaresOf } from "../../src/reports/countsWith.js";

/** Every set of so many whole numbers from 0 to 8, as "sum,squares". */
function everySet(n: number, least = 0, most = 8): Set<string> {
  let sets = new Set(["0,0,0"]);
  for (let i = 0; i < n; i++) {
    const next = new Set<string>();
    for (const one of sets) {
      const [sum, squares] = one.split(",").map(Number);
      for (let value = least; value <= most; value++) next.add(`${sum + value},${squares + value * value},0`);
    }
    sets = next;
  }
  return new Set([...sets].map((one) => one.slice(0, -2)));
}

describe("whole numbers with a sum and a sum of squares", () => {
  it("are found where, and only where, there are some, for up to six numbers from 0 to 8", () => {
    for (let n = 1; n <= 6; n++) {
      const sets = everySet(n);
      for (let sum = 0; sum <= 8 * n + 1; sum++) {
        const all = [...sets].filter((one) => one.startsWith(`${sum},`)).map((one) => Number(one.split(",")[1]));
        const [low, high] = squaresOf({ n, least: 0, most: 8, sum });
        expect([low, high]).toEqual(all.length === 0 ? [1, 0] : [Math.min(...all), Math.max(...all)]);
        for (let squares = 0; squares <= 64 * n; squares++) {
          const { counts, isDecided } = countsWith({ n, least: 0, most: 8, sum, squares });
          expect(isDecided).toBe(true);
          expect(counts.length > 0).toBe(sets.has(`${sum},${squares}`));
          if (counts.length === 0) continue;
          expect(counts).toHaveLength(n);
          expect(counts.reduce((total, one) => total + one, 0)).toBe(sum);
          expect(counts.reduce((total, one) => total + one * one, 0)).toBe(squares);
          expect(counts.every((one) => one >= 0 && one <= 8)).toBe(true);
        }
      }
    }
  });

  it("may lie in any range, and without an upper end", () => {
    const sets = everySet(3, 2, 5);
    for (let sum = 0; sum <= 20; sum++) {
      for (let squares = 0; squares <= 80; squares++) {
        const { counts } = countsWith({ n: 3, least: 2, most: 5, sum, squares });
        expect(counts.length > 0).toBe(sets.has(`${sum},${squares}`));
      }
    }
    expect(countsWith({ n: 2, least: 0, most: Infinity, sum: 100, squares: 10000 }).counts).toEqual([100, 0]);
    expect(countsWith({ n: 2, least: 0, most: Infinity, sum: 100, squares: 9999 }).counts).toEqual([]);
  });
});

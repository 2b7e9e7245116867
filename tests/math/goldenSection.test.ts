import { describe, expect, it } from "vitest";
import { goldenSection } from "../../src/math/goldenSection.js";

describe("golden sections", () => {
  it.each<[string, (x: number) => number, number]>([
    ["a parabola", (x) => -((x - 2.5) ** 2), 2.5],
    ["a peak with a corner", (x) => -Math.abs(x - 7.25), 7.25],
    ["a log-likelihood", (x) => 4 * Math.log(x) - 2 * x, 2],
    ["what only rises", (x) => x, 10],
    ["what only falls", (x) => -x, 0],
  ])("come as near the top of %s as their turns tell", (_, heightAt, top) => {
    for (const turns of [0, 1, 5, 12, 30]) {
      const { at, height } = goldenSection(heightAt, 0, 10, turns);
      // The place is one of two within what is left after one turn fewer.
      expect(Math.abs(at - top)).toBeLessThan(10 * 0.6181 ** (turns + 1) + 1e-7);
      expect(height).toBe(heightAt(at));
    }
  });

  it("look once a turn, and never twice at one place", () => {
    const seen: number[] = [];
    goldenSection((x) => seen.push(x) && -((x - 3) ** 2), 1, 4, 20);
    expect(seen).toHaveLength(22);
    expect(new Set(seen).size).toBe(22);
    expect(Math.min(...seen)).toBeGreaterThan(1);
    expect(Math.max(...seen)).toBeLessThan(4);
  });
});

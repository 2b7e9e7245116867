import { describe, expect, it } from "vitest";
import { sampleMultinomial } from "../../src/distributions/sampleMultinomial.js";
import { random } from "../../src/math/random.js";

/** The events that fall on each place. */
function dealt(total: number, shares: readonly number[], uniform: () => number): number[] {
  const counts = new Float64Array(shares.length);
  sampleMultinomial(total, shares, uniform, counts);
  return [...counts];
}

describe("events dealt out to places", () => {
  it("are all dealt, none to a place without a share", () => {
    const uniform = random(1);
    for (const total of [0, 1, 17, 5000, 1e9]) {
      const counts = dealt(total, [0.2, 0, 0.5, 0.3], uniform);
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(total);
      expect(counts[1]).toBe(0);
      expect(counts.every((count) => Number.isInteger(count) && count >= 0)).toBe(true);
    }
  });

  it("are all dealt where the last place has no share and the others add up with a rounding error", () => {
    // with uniform numbers of 0 every event goes to the last place that may have it
    expect(dealt(3, [0.1, 0.2, 0.7, 0], () => 0)).toEqual([0, 0, 3, 0]);
  });

  it.each([20, 4000])("have the mean and the variance of a binomial at each place (%i events)", (total) => {
    const uniform = random(9);
    const draws = Array.from({ length: 4000 }, () => dealt(total, [0.15, 0.35, 0.5], uniform));
    [0.15, 0.35, 0.5].forEach((share, place) => {
      const gaps = draws.map((counts) => counts[place] - total * share);
      const variance = total * share * (1 - share);
      const mean = gaps.reduce((sum, gap) => sum + gap, 0) / draws.length;
      expect(Math.abs(mean) / Math.sqrt(variance / draws.length)).toBeLessThan(4);
      const squares = gaps.reduce((sum, gap) => sum + gap * gap, 0) / draws.length;
      expect(Math.abs(squares / variance - 1)).toBeLessThan(0.1);
    });
  });
});

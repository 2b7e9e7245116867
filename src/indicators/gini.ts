import type { Concentration } from "./concentration.js";

/**
 * Gini's coefficient: half the mean difference between two places over the mean, from 0 (all alike) to 1 less 1 over the
 * number of places (all in one). Quiet places count as places. NaN where nothing was counted.
 *
 * @see Dixon, Weiner, Mitchell-Olds & Woodley (1987) Ecology 68, 1548–1551
 * @example
 * gini().concentrate([0, 0, 0, 8]) // 0.75
 */
export function gini(): Concentration {
  return {
    name: "gini()",
    needs: 2,
    unit: "0 to 1",
    concentrate: (counts) => {
      const n = counts.length;
      const total = counts.reduce((sum, one) => sum + one, 0);
      if (total === 0) return Number.NaN;
      const sorted = [...counts].sort((one, other) => one - other);
      const ranked = sorted.reduce((sum, one, i) => sum + (2 * (i + 1) - n - 1) * one, 0);
      return ranked / (n * total);
    },
  };
}

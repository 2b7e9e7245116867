import type { Concentration } from "./concentration.js";

/**
 * The Herfindahl–Hirschman index: the sum of the squared shares, from 1 over the number of places (all alike) to 1 (all in
 * one). It is the chance that two events drawn with replacement come from the same place. NaN where nothing was counted.
 *
 * @see Hirschman (1964) American Economic Review 54, 761–762
 * @example
 * herfindahl().concentrate([2, 1, 1]) // 0.375
 */
export function herfindahl(): Concentration {
  return {
    name: "herfindahl()",
    needs: 2,
    unit: "0 to 1",
    concentrate: (counts) => {
      const total = counts.reduce((sum, one) => sum + one, 0);
      return total === 0 ? Number.NaN : counts.reduce((sum, one) => sum + (one / total) ** 2, 0);
    },
  };
}

import type { Comparison } from "./compare.js";
import { periodsOf, permuted } from "./permuted.js";

/**
 * How many times the earlier rate the later one is, for counts that depend on their neighbours in a way nobody can state:
 * the periods are bent into a circle, their order kept, and the later stretch is laid at each of its places. There are
 * only as many arrangements as periods, so p cannot fall below 2 over their number: 40 periods at the least for p = 0.05.
 * It keeps its size where neighbours depend on each other strongly (`permutation` with `blocks` does only where they
 * depend weakly), and pays with power. Needs no seed.
 *
 * @see Lotwick & Silverman (1982) Journal of the Royal Statistical Society B 44, 406–413 (the same in the plane)
 * @example
 * circularShifts().compare({ values: [6, 7, 5], exposure: [1, 1, 1] }, { values: [1], exposure: [1] }, 0.95).p // 0.5
 */
export function circularShifts(): Comparison {
  return {
    name: "circularShifts()",
    needs: 2,
    compare: (before, after, level) => {
      const earlier = periodsOf(before);
      const later = periodsOf(after);
      return permuted(earlier, later, level, {
        sums: windowSums,
        extra: 0,
        by: `all ${earlier.length + later.length} shifts around the circle of periods`,
        assumes: "one level throughout but for the change, however neighbours depend on each other: no trend or season",
      });
    },
  };
}

/** The sum of `k` numbers in a row on the circle, from each place. */
function windowSums(numbers: readonly number[], k: number): Float64Array {
  return Float64Array.from(numbers, (_, since) => {
    let sum = 0;
    for (let i = 0; i < k; i++) sum += numbers[(since + i) % numbers.length];
    return sum;
  });
}

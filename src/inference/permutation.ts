import { InputError } from "../core/errors.js";
import { decimals } from "../core/print.js";
import { choose, drawnSums, everySum } from "../math/arrangements.js";
import type { Comparison } from "./compare.js";
import { type Periods, wholeOf } from "./criticalRatios.js";
import { periodsOf, permuted } from "./permuted.js";
import type { Stretch } from "./test.js";

export interface PermutationOptions {
  /** Where the random arrangements start from; it is not used where all can be gone through. */
  readonly seed: number;
  /** How many arrangements to draw where there are more than a million: 99,999 unless told. */
  readonly draws?: number;
  /** For months that depend on their neighbours: whole blocks of at least so many periods in a row are exchanged. */
  readonly blocks?: number;
}

const most = 1_000_000;

/**
 * How many times the earlier rate the later one is, judged by exchanging periods between the two stretches: would a change
 * as large often come about if nothing but chance had dealt the periods out? Counts travel with their exposures, so the
 * statistic is the ratio of the rates (with equal exposures that orders arrangements as the later sum does). Every
 * arrangement is gone through up to a million of them; beyond, `draws` random ones with the one observed counted among
 * them. p is twice the smaller tail, ties counted in full. The interval holds the ratios that the test does not reject
 * once the later counts are divided by them. It asks nothing of the variance, but p cannot fall below 2 in as many as
 * there are arrangements, which the reading says where that keeps it from being clear.
 *
 * With `blocks: 3` whole blocks of at least 3 periods in a row are exchanged, for counts that depend on their neighbours:
 * each stretch is cut into as many, as equal in length, as it holds. That helps, it does not cure: where neighbours
 * are much alike, short blocks are still alike too and p too small, and long blocks leave too few arrangements to find
 * anything; see `circularShifts` for stronger dependence.
 *
 * @throws InputError when an option is not a whole number in its range, or a side is shorter than a block
 * @see Pitman (1937) Supplement to the Journal of the Royal Statistical Society 4, 119–130; Phipson & Smyth (2010)
 *   Statistical Applications in Genetics and Molecular Biology 9(1), article 39 (the one counted among the drawn); Kirch
 *   (2007) Journal of Statistical Planning and Inference 137, 2453–2474 (blocks)
 * @example
 * permutation({ seed: 1 }).compare({ values: [5, 6, 7], exposure: [1, 1, 1] }, { values: [1, 2, 3], exposure: [1, 1, 1] }, 0.9).p // 0.1
 */
export function permutation(options: PermutationOptions): Comparison {
  const { seed, draws = 99_999, blocks = 1 } = options;
  if (!Number.isSafeInteger(seed)) throw new InputError(`permutation: seed needs a whole number, got ${seed}`);
  for (const [name, value] of Object.entries({ draws, blocks })) {
    if (!(Number.isSafeInteger(value) && value > 0))
      throw new InputError(`permutation: ${name} needs a whole number from 1, got ${value}`);
  }
  const written = Object.entries(options).map(([name, value]) => `${name}: ${value}`);
  return {
    name: `permutation({ ${written.join(", ")} })`,
    needs: 2 * blocks,
    compare: (before, after, level) => {
      const shorter = Math.min(before.values.length, after.values.length);
      if (shorter < blocks)
        throw new InputError(`permutation: blocks of ${blocks} need as many periods on each side, got ${shorter}`);
      const earlier = blocked(before, blocks);
      const later = blocked(after, blocks);
      const units = earlier.length + later.length;
      const all = choose(units, later.length);
      const isDrawn = all > most;
      const arrangements = isDrawn
        ? `${decimals(draws, 0)} random arrangements`
        : `${all === 1 ? "the one arrangement" : `all ${decimals(all, 0)} arrangements`}`;
      return permuted(earlier, later, level, {
        sums: (numbers, k) => (isDrawn ? drawnSums(numbers, k, draws, seed) : everySum(numbers, k)),
        extra: isDrawn ? 1 : 0,
        by: `${arrangements} of ${units} ${blocks === 1 ? "periods" : "blocks"}`,
        assumes:
          blocks === 1
            ? "periods exchangeable but for the change, without trend or season: not to be trusted where they resemble their neighbours, p is then too small"
            : `blocks of ${blocks} or more periods independent of each other, without trend or season: where neighbours depend on each other strongly p is still too small`,
      });
    },
  };
}

/** Periods, or the totals of blocks of them in a row, in an order that does not depend on how they came. */
function blocked(stretch: Stretch, size: number): Periods {
  const periods = periodsOf(stretch);
  const count = Math.max(1, Math.floor(periods.length / size));
  const place = (block: number): number => Math.floor((block * periods.length) / count);
  const blocks = Array.from({ length: count }, (_, i) => wholeOf(periods.slice(place(i), place(i + 1))));
  return blocks.sort((one, other) => one.count - other.count || one.exposure - other.exposure);
}

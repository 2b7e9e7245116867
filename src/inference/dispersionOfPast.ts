import type { Triangle } from "../core/triangle.js";
import { chainLadder, varianceOf, withPrior } from "./chainLadder.js";
import type { Dispersion } from "./dispersionOfCells.js";

/**
 * How much more nowcasts miss than Poisson counts would make them, from the nowcasts that could have been made at the end
 * of each earlier period with what was known then. The error of their own delays is allowed for, so that it is not counted
 * twice; a miss weighs as much as Poisson counts would let it tell.
 *
 * @see Johnson et al. (2025) Wellcome Open Research 10, 614
 */
export function dispersionOfPast({ counts, maxDelay }: Triangle, recent: number): Dispersion {
  const sums = counts.map((row) => sumsOf(row));
  const met = new Set<number>();
  let n = 0;
  let squares = 0;
  let weights = 0;
  for (let now = maxDelay; now < counts.length - 1; now++) {
    const seen = chainLadder(knownAt(counts, now).slice(Math.max(0, now + 1 - recent)));
    const ladder = withPrior(seen);
    for (let t = now - maxDelay + 1; t <= now; t++) {
      const from = now - t;
      const to = Math.min(maxDelay, counts.length - 1 - t);
      const whole = sums[t][to];
      if (!(seen.shares[from] > 0 && whole > 0)) continue;
      const stays = ladder.kept[from] / ladder.kept[to];
      const estimate = (sums[t][from] * stays * ladder.shares[to]) / ladder.shares[from];
      const variance = varianceOf(ladder, from, to, whole);
      // The square of an error whose variance is v varies, over v, by about 2 + 1 / v in Poisson counts.
      squares += (whole - estimate) ** 2 / (1 + 2 * variance);
      weights += variance / (1 + 2 * variance);
      met.add(t);
      n++;
    }
  }
  return { phi: squares / weights, n, df: met.size };
}

/** A triangle's rows as they were when an earlier period was over. */
function knownAt(counts: Triangle["counts"], now: number): (number | null)[][] {
  return counts.slice(0, now + 1).map((row, t) => row.map((added, d) => (t + d <= now ? added : null)));
}

function sumsOf(row: readonly (number | null)[]): number[] {
  let total = 0;
  return row.map((added) => {
    total += added ?? 0;
    return total;
  });
}

import { type Corrected, corrected } from "./corrected.js";

/** What a triangle says of delays, looked at backwards: of those in by a delay, how many came just then. */
export interface Ladder {
  /** Of the events in by delay d (`seen`), those that came at d itself (`came`), over the periods old enough to show it. */
  readonly steps: readonly { readonly came: number; readonly seen: number }[];
  /** Share of those in by the longest delay that are in by each. */
  readonly shares: readonly number[];
  /** Share of what stands at a delay that will not be taken back by the longest. */
  readonly kept: readonly number[];
  readonly corrections: Pick<Corrected, "cells" | "events">;
}

/**
 * The chain-ladder estimate of a reporting delay: the share of those in by delay d that came at d is pooled over the periods
 * that show it, and the shares in by each delay are products of what is left. The maximum likelihood estimate for Poisson
 * counts with a level for each period; NaN where no period old enough has an event.
 *
 * @see Kalbfleisch & Lawless (1991) Statistica Sinica 1, 19–32; Renshaw & Verrall (1998) British Actuarial Journal 4, 903–923
 * @example
 * chainLadder([[6, 4], [3, null]]).shares // [0.6, 1]
 */
export function chainLadder(counts: readonly (readonly (number | null)[])[]): Ladder {
  const { counts: rows, kept, cells, events } = corrected(counts);
  const steps = kept.map(() => ({ came: 0, seen: 0 }));
  for (const row of rows) {
    let total = 0;
    row.forEach((added, d) => {
      if (added === null) return;
      total += added;
      steps[d].came += added;
      steps[d].seen += total;
    });
  }
  return {
    steps,
    shares: sharesOf(steps.map(({ came, seen }) => came / seen)),
    kept,
    corrections: { cells, events },
  };
}

/** The share in by each delay, from the chance that one in by a delay came just then. */
export function sharesOf(chances: readonly number[]): number[] {
  const shares = chances.map(() => 1);
  for (let d = shares.length - 2; d >= 0; d--)
    shares[d] = shares[d + 1] === 0 ? 0 : shares[d + 1] * (1 - chances[d + 1]);
  return shares;
}

/**
 * The same ladder with one event more, spread evenly over the delays: what the chances are drawn with, so that a delay at
 * which nothing has come yet is not taken for one at which nothing ever will.
 *
 * @see Perks (1947) Journal of the Institute of Actuaries 73, 285–334
 */
export function withPrior(ladder: Ladder): Ladder {
  const each = 1 / ladder.steps.length;
  const steps = ladder.steps.map(({ came, seen }, d) => ({ came: came + each, seen: seen + (d + 1) * each }));
  return { ...ladder, steps, shares: sharesOf(steps.map(({ came, seen }) => came / seen)) };
}

/**
 * The variance, at dispersion 1, of what is estimated to be in by delay `to` for a period with delay `from`: of the count
 * itself, of what is taken back, and of the delays. `whole` is the count by `to`.
 *
 * @see Renshaw & Verrall (1998) British Actuarial Journal 4, 903–923
 */
export function varianceOf({ steps, shares, kept }: Ladder, from: number, to: number, whole: number): number {
  const share = shares[from] / shares[to];
  const stays = kept[from] / kept[to];
  return (whole * (2 - share - stays)) / share + whole * whole * logVariance(steps, from, to);
}

/** The variance, at dispersion 1, of the log of the share in by one delay of those in by a later one. */
function logVariance(steps: Ladder["steps"], from: number, to: number): number {
  let sum = 0;
  for (let d = from + 1; d <= to; d++) sum += steps[d].came / (steps[d].seen - steps[d].came) / steps[d].seen;
  return sum;
}

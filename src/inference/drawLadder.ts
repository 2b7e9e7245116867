import { sampleGamma } from "../distributions/sampleGamma.js";
import { type Ladder, sharesOf } from "./chainLadder.js";
import type { Dispersion } from "./dispersionOfCells.js";

/** One delay distribution and dispersion that a triangle leaves possible. */
export interface DrawnLadder {
  readonly phi: number;
  readonly shares: readonly number[];
}

/**
 * Draws delays and dispersion from what a triangle leaves possible: the dispersion from its scaled chi-square, no less than
 * Poisson counts have, and each backward chance from a beta distribution that counts events in units of it, with one event
 * more spread evenly over the delays.
 *
 * @see Lawless (1994) Canadian Journal of Statistics 22, 15–31
 */
export function drawLadder({ steps }: Ladder, { phi, df }: Dispersion, uniform: () => number): DrawnLadder {
  const drawn = Math.max(1, (phi * df) / 2 / sampleGamma(df / 2, uniform));
  const each = 1 / steps.length;
  const chances = steps.map(({ came, seen }, d) => {
    const come = sampleGamma(came / drawn + each, uniform);
    const wait = sampleGamma((seen - came) / drawn + d * each, uniform);
    return come / (come + wait);
  });
  return { phi: drawn, shares: sharesOf(chances) };
}

/**
 * The ends between which the middle `level` of the numbers lies, a number that many share counted half below and half above.
 *
 * @example
 * middleOf([3, 1, 2, 2, 9], 0.5) // [2, 3]
 */
export function middleOf(numbers: readonly number[], level: number): readonly [number, number] {
  const sorted = [...numbers].sort((one, other) => one - other);
  const tail = ((1 - level) / 2) * sorted.length;
  // Of two numbers that share the middle, each is the end that the other side asks for.
  const [one, other] = [endOf(sorted, tail), endOf(sorted.reverse(), tail)];
  return [Math.min(one, other), Math.max(one, other)];
}

/** The first of sorted numbers with more than so many of them before it, its own kind counted half. */
function endOf(sorted: readonly number[], tail: number): number {
  let from = 0;
  while (from < sorted.length) {
    let to = from;
    while (to < sorted.length && sorted[to] === sorted[from]) to++;
    if ((from + to) / 2 > tail) return sorted[from];
    from = to;
  }
  return sorted[sorted.length - 1];
}

import type { Corridor } from "./exitChance.js";
import { logBinomialTerm } from "./saddle.js";

/**
 * For each cell but the last: the chance that the running total has left its corridor by the end of a cell before it, given
 * what it is by its own end; 1 where that itself is outside. One pass over the cells: given a total, that of a cell earlier
 * is binomial. All terms are positive, so that a chance of 1e-100 has its digits.
 *
 * @example
 * exitsGiven({ total: 2, weights: [1, 1, 1], fewest: [1, 1], most: [1, 2] }, [1, 2])[1] // 0.5
 */
export function exitsGiven({ total, weights, fewest, most }: Corridor, came: ArrayLike<number>): Float64Array {
  const chances = new Float64Array(weights.length - 1);
  let now = new Float64Array(total + 1);
  let next = new Float64Array(total + 1);
  let [low, high] = [0, 0];
  let whole = 0;
  for (let cell = 0; cell < chances.length; cell++) {
    const before = whole;
    whole += weights[cell];
    // Without any exposure so far there are no events: the share, 0 of 0, may then be any.
    const share = before / whole || 0;
    const [first, last] = [Math.max(0, fewest[cell]), Math.min(total, most[cell])];
    for (let count = first; count <= last; count++)
      next[count] = cell === 0 ? 0 : exitOf(now, low, high, count, share, weights[cell] / whole);
    chances[cell] = came[cell] >= first && came[cell] <= last ? next[came[cell]] : 1;
    [now, next] = [next, now];
    [low, high] = [first, last];
  }
  return chances;
}

/** The mean of what holds a cell earlier, of which each of `count` events is with chance `share`; 1 below `low`, above `high`. */
function exitOf(chances: Float64Array, low: number, high: number, count: number, share: number, other: number): number {
  const mode = Math.min(count, Math.floor((count + 1) * share));
  const peak = Math.exp(logBinomialTerm(mode, count - mode, share, other));
  const odds = share / other;
  let sum = 0;
  for (let k = mode, term = peak; k <= count && term > sum * 1e-20; k++) {
    sum += k >= low && k <= high ? term * chances[k] : term;
    term *= ((count - k) / (k + 1)) * odds;
  }
  for (let k = mode - 1, term = peak * (mode / (count - mode + 1) / odds); k >= 0 && term > sum * 1e-20; k--) {
    sum += k >= low && k <= high ? term * chances[k] : term;
    term *= k / (count - k + 1) / odds;
  }
  return Math.min(1, sum);
}

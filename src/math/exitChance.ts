import { logBinomialTerm } from "./saddle.js";

/** Events shared out over cells by weight, and how many of them may have come by the end of each cell. */
export interface Corridor {
  readonly total: number;
  readonly weights: readonly number[];
  /** Fewest and most that stay inside, by the end of each cell but the last; nothing is inside where fewest is above most. */
  readonly fewest: ArrayLike<number>;
  readonly most: ArrayLike<number>;
}

/**
 * The chance that the running total of a multinomial ever leaves its corridor: what has left is added up cell by cell, all
 * terms positive, so that a chance of 1e-100 has its digits.
 *
 * @see Noé (1972) Annals of Mathematical Statistics 43, 58–64
 * @example
 * exitChance({ total: 2, weights: [1, 1], fewest: [1], most: [1] }) // 0.5
 */
export function exitChance({ total, weights, fewest, most }: Corridor): number {
  let now = new Float64Array(total + 1);
  let next = new Float64Array(total + 1);
  let rest = weights.reduce((sum, weight) => sum + weight, 0);
  now[0] = 1;
  let [low, high] = [0, 0];
  let left = 0;
  for (let cell = 0; cell < weights.length - 1; cell++) {
    const share = weights[cell] / rest;
    const other = (rest - weights[cell]) / rest;
    rest -= weights[cell];
    const odds = share / other;
    const [first, last] = [Math.max(0, fewest[cell]), Math.min(total, most[cell])];
    next.fill(0, first, last + 1);
    for (let came = low; came <= high; came++) {
      const chance = now[came];
      if (chance === 0) continue;
      const open = total - came;
      const mode = Math.min(open, Math.floor((open + 1) * share));
      const peak = chance * Math.exp(logBinomialTerm(mode, open - mode, share, other));
      let term = peak;
      let out = 0;
      for (let k = mode; k <= open && term > 0; k++) {
        const at = came + k;
        if (at >= first && at <= last) next[at] += term;
        else {
          out += term;
          if (at > last && term <= out * 1e-17) break;
        }
        term *= ((open - k) / (k + 1)) * odds;
      }
      term = peak;
      for (let k = mode; k > 0 && term > 0; k--) {
        term *= k / (open - k + 1) / odds;
        const at = came + k - 1;
        if (at >= first && at <= last) next[at] += term;
        else {
          out += term;
          if (at < first && term <= out * 1e-17) break;
        }
      }
      left += out;
    }
    [now, next] = [next, now];
    [low, high] = [first, last];
  }
  return left;
}

/** About how many steps that takes. */
export function exitSteps({ total, fewest, most }: Corridor): number {
  let steps = 0;
  let width = 1;
  for (let cell = 0; cell < fewest.length; cell++) {
    const now = Math.max(0, Math.min(total, most[cell]) - Math.max(0, fewest[cell]) + 1);
    steps += width * (now + 20 + 4 * Math.sqrt(total));
    width = now;
  }
  return steps;
}

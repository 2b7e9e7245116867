import type { Interval } from "../core/finding.js";
import { logTails } from "../distributions/logTails.js";
import { poissonInterval } from "../inference/poissonInterval.js";
import { solve } from "../math/solve.js";

/** An interval for the rate behind one count. */
export interface CountInterval {
  readonly interval: Interval;
  readonly spread: "Poisson" | "negative binomial";
}

/**
 * The rates that one count does not refute: Garwood's where counts vary no more than Poisson's, else those of a
 * negative binomial of the given size. A rate belongs to it unless the count, or one further off, has less than half of
 * what the level leaves.
 */
export function countInterval(count: number, level: number, size: number | undefined): CountInterval {
  const { interval = [0, null] } = poissonInterval("garwood").test({ values: [count], exposure: [1] }, level);
  if (size === undefined) return { interval, spread: "Poisson" };
  const tail = Math.log((1 - level) / 2);
  const below = (logMean: number): number =>
    logTails({ family: "negbin", mean: Math.exp(logMean), size }, count).lower - tail;
  const above = (logMean: number): number =>
    logTails({ family: "negbin", mean: Math.exp(logMean), size }, count).upper - tail;
  const centre = Math.log(Math.max(count, 0.5));
  // So small a size may refute no rate, however high: there is no bound then that a double can hold.
  const high = below(700) < 0 ? Math.exp(solve(below, centre, 700)) : null;
  const low = count === 0 ? 0 : Math.exp(solve(above, -700, centre));
  return { interval: [low, high], spread: "negative binomial" };
}

/**
 * The size of a negative binomial that varies as counts did from each period to the next, which neither a trend nor a season
 * swells; `undefined` where they varied no more than Poisson counts.
 */
export function sizeOf(values: readonly number[]): number | undefined {
  let [excess, squares] = [0, 0];
  for (let t = 1; t < values.length; t++) {
    const [before, now] = [values[t - 1], values[t]];
    // Of two counts of one mean, half the square of their difference is in the mean their variance, their product the square of the mean.
    excess += (now - before) ** 2 / 2 - (now + before) / 2;
    squares += now * before;
  }
  return excess > 0 && squares > 0 ? squares / excess : undefined;
}

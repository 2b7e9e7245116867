import type { Rule } from "../core/plan.js";

/** The chances of each count under the low and the high rate, and that of the high rate before any data. */
export interface TwoRates {
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly prior: number;
  /** By what a threshold is divided to be a rate. */
  readonly exposure: number;
}

/** The threshold with the least mean error, the smallest where several have it. */
export function bestRule(rates: TwoRates): Rule {
  const above = tailsOf(rates.low);
  const below = headsOf(rates.high);
  let best = 0;
  const meanAt = (threshold: number): number => (1 - rates.prior) * above[threshold] + rates.prior * below[threshold];
  for (let threshold = 1; threshold < above.length; threshold++) {
    if (meanAt(threshold) < meanAt(best)) best = threshold;
  }
  return best === above.length - 1 ? ruleAt(null, rates) : ruleAt(best, rates);
}

/** The errors of a given threshold; `null` never says the high rate. */
export function ruleAt(threshold: number | null, { low, high, prior, exposure }: TwoRates): Rule {
  const at = threshold ?? low.length;
  let [falseAlarm, miss] = [0, 0];
  // From the small end of each tail, so that rare errors keep their digits.
  for (let count = low.length - 1; count >= at; count--) falseAlarm += low[count];
  for (let count = 0; count < Math.min(at, high.length); count++) miss += high[count];
  [falseAlarm, miss] = threshold === null ? [0, 1] : [Math.min(1, falseAlarm), Math.min(1, miss)];
  const mean = (1 - prior) * falseAlarm + prior * miss;
  return { threshold, rate: threshold === null ? null : threshold / exposure, falseAlarm, miss, mean };
}

/** The chance of each count or more; one more place than counts. */
function tailsOf(chances: Float64Array): Float64Array {
  const tails = new Float64Array(chances.length + 1);
  for (let count = chances.length - 1; count >= 0; count--) tails[count] = tails[count + 1] + chances[count];
  return tails;
}

/** The chance of less than each count. */
function headsOf(chances: Float64Array): Float64Array {
  const heads = new Float64Array(chances.length + 1);
  for (let count = 0; count < chances.length; count++) heads[count + 1] = heads[count] + chances[count];
  return heads;
}

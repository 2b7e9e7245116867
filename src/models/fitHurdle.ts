import { climb, type Slope } from "./climb.js";
import { type CountGroup, totalsOf } from "./countGroups.js";
import { negbinTerm } from "./negbinTerm.js";

/** A fit by maximum likelihood: events per unit of exposure, variance mean + alpha mean², and the chance of a zero apart. */
export interface ZeroAltered {
  readonly rate: number;
  readonly alpha: number;
  readonly zero: number;
  readonly logLikelihood: number;
}

/** Beyond this far below 0 the log of alpha times the mean, or the log odds of a zero apart, is taken for minus infinity. */
export const faintest = -16;

/**
 * The share of periods without an event, and the rate and alpha that make the counts above 0 likeliest given that they are
 * above 0. Where each of those is 1 the likeliest rate is 0, and so it is given. Where alpha runs to infinity (hardly any
 * count above 1, and then a large one) the likelihood is its limit, the parameters are what it was reached with.
 *
 * @see Mullahy (1986) Journal of Econometrics 33, 341–365
 * @example
 * fitHurdle([{ value: 0, exposure: 1, weight: 3 }, { value: 2, exposure: 1, weight: 1 }], true).zero // 0.75
 */
export function fitHurdle(groups: readonly CountGroup[], isPoisson: boolean): ZeroAltered {
  const above = groups.filter(({ value }) => value > 0);
  const { periods } = totalsOf(groups);
  const some = totalsOf(above);
  const zero = (periods - some.periods) / periods;
  const kinds = logPower(zero, periods - some.periods) + logPower(1 - zero, some.periods);
  if (above.every(({ value }) => value === 1)) return { rate: 0, alpha: 0, zero, logLikelihood: kinds };
  const start = Math.log(some.events / some.exposure);
  const steady = climb(([logRate]) => heightAbove(above, logRate, -Infinity), [start]);
  let best = { rate: Math.exp(steady.at[0]), alpha: 0, height: steady.height };
  const scale = Math.log(some.events / some.periods);
  for (const logAlpha of isPoisson ? [] : [-1 - scale / 2, 1]) {
    const { at, height } = climb(([one, other]) => heightAbove(above, one, other), [start, logAlpha]);
    if (height > best.height + 1e-10 && at[1] + scale > faintest)
      best = { rate: Math.exp(at[0]), alpha: Math.exp(at[1]), height };
  }
  return { rate: best.rate, alpha: best.alpha, zero, logLikelihood: best.height + kinds };
}

/** How likely counts are given that they are above 0, and its slopes in the log rate and, where it is finite, the log alpha. */
export function heightAbove(above: readonly CountGroup[], logRate: number, logAlpha: number): Slope {
  const alpha = Math.exp(logAlpha);
  let height = 0;
  let byRate = 0;
  let byAlpha = 0;
  for (const { value, exposure, weight } of above) {
    const mean = exposure * Math.exp(logRate);
    const count = negbinTerm(value, mean, alpha);
    const none = negbinTerm(0, mean, alpha);
    const odds = 1 / Math.expm1(-none.height);
    height += weight * (count.height - Math.log(-Math.expm1(none.height)));
    byRate += weight * (count.byLogMean + odds * none.byLogMean);
    byAlpha += weight * (count.byAlpha + odds * none.byAlpha);
  }
  return { height, slopes: alpha === 0 ? [byRate] : [byRate, alpha * byAlpha] };
}

/** The log of a chance to a power, where nothing to the power 0 is 1. */
export function logPower(chance: number, times: number): number {
  return times === 0 ? 0 : times * Math.log(chance);
}

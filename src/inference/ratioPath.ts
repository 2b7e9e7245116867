import type { Interval } from "../core/finding.js";
import { logPoisson } from "../distributions/poisson.js";
import { evidenceOf } from "./eText.js";
import { logGuessed, type RateGuess, rootFrom } from "./rateGuess.js";

interface Sum {
  readonly count: number;
  readonly exposure: number;
}

/** What was known of a ratio of two rates after a period of the later stretch. */
export interface RatioStep extends Sum {
  readonly estimate?: number;
  readonly interval: Interval;
  readonly eValue: number;
  readonly p: number;
}

/**
 * The evidence against equal rates, and the ratios it does not rule out, after each period: the likelihood of a guess that
 * only looks back, over the greatest likelihood that two rates in that ratio can reach.
 *
 * @see Wasserman, Ramdas & Balakrishnan (2020) PNAS 117, 16880–16890
 */
export function ratioPath(first: Sum, sums: readonly Sum[], prior: RateGuess, level: number): RatioStep[] {
  const logBefore = logGuessed(first.count, first.exposure, prior);
  // The later rate is guessed to be the earlier one, as far as that is known, give or take what the prior gives.
  const about = (prior.shape + first.count) / (prior.rate + first.exposure);
  const guess = { shape: prior.shape, rate: prior.shape / about };
  const least = -Math.log1p(-level);
  let most = 0;
  return sums.map((last) => {
    const log = logBefore + logGuessed(last.count, last.exposure, guess);
    const now = log - logBest(first, last, 1);
    most = Math.max(most, now);
    const isSeen = first.count > 0 && last.exposure > 0;
    return {
      ...last,
      ...(isSeen && { estimate: last.count / last.exposure / (first.count / first.exposure) }),
      interval: ratiosWithin(first, last, (ratio) => log - logBest(first, last, ratio) - least),
      ...evidenceOf(now, most),
    };
  });
}

/** Natural log of the greatest likelihood of two counts whose rates have this ratio. */
function logBest(first: Sum, last: Sum, ratio: number): number {
  const shared = (first.count + last.count) / (first.exposure + ratio * last.exposure);
  return logPoisson(first.count, shared * first.exposure) + logPoisson(last.count, shared * ratio * last.exposure);
}

function ratiosWithin(first: Sum, last: Sum, excess: (ratio: number) => number): Interval {
  if (last.exposure === 0 || first.count + last.count === 0) return [0, null];
  const byLog = (log: number): number => excess(Math.exp(log));
  // The ratio that fits best; without events on one side the further out the better.
  const centre = Math.log(first.exposure) - Math.log(last.exposure);
  const best = last.count === 0 ? -40 : first.count === 0 ? 40 : Math.log(last.count) - Math.log(first.count);
  return [
    last.count === 0 ? 0 : Math.exp(rootFrom(centre + best, -0.5, byLog)),
    first.count === 0 ? null : Math.exp(rootFrom(centre + best, 0.5, byLog)),
  ];
}

import { logNb1 } from "../distributions/nb1.js";
import type { Stretch } from "../inference/test.js";
import { totalOf } from "../inference/test.js";
import { logSumOf } from "./grids.js";

/** What a stretch of counts says of the rate behind it and its dispersion: points on a grid and their weights, which add to 1. */
export interface Posterior {
  readonly rates: readonly number[];
  readonly phis: readonly number[];
  readonly weights: readonly number[];
}

/**
 * The posterior of a rate (per unit of exposure) and its dispersion, given counts whose variance is phi times their mean.
 * The prior on the rate is Jeffreys' for a Poisson rate, each phi offered is as likely as the others. The grid
 * spans seven standard deviations either way on the log scale (at most 12, which a stretch without events needs); points of
 * weight below `least` are dropped and the others made to add to 1.
 */
export function posteriorOf(
  stretch: Stretch,
  { phis, rates, least }: { phis: readonly number[]; rates: number; least: number },
): Posterior {
  const { count, exposure } = totalOf(stretch);
  const centre = Math.log((count + 0.5) / exposure);
  const points: { rate: number; phi: number; log: number }[] = [];
  for (const phi of phis) {
    const reach = Math.min(7 * Math.sqrt(phi / (count + 0.5)), 12);
    for (let i = 0; i < rates; i++) {
      const rate = Math.exp(centre + reach * ((2 * i) / (rates - 1) - 1));
      let log = Math.log(reach) + Math.log(rate) / 2;
      for (let t = 0; t < stretch.values.length; t++) log += logNb1(stretch.values[t], rate * stretch.exposure[t], phi);
      points.push({ rate, phi, log });
    }
  }
  const all = logSumOf(points.map((point) => point.log));
  const kept = points.filter((point) => point.log - all > Math.log(least));
  const sum = logSumOf(kept.map((point) => point.log));
  return {
    rates: kept.map((point) => point.rate),
    phis: kept.map((point) => point.phi),
    weights: kept.map((point) => Math.exp(point.log - sum)),
  };
}

import { logNb1 } from "../distributions/nb1.js";
import type { Stretch } from "../inference/test.js";
import { totalOf } from "../inference/test.js";

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
  const all = logSum(points.map((point) => point.log));
  const kept = points.filter((point) => point.log - all > Math.log(least));
  const sum = logSum(kept.map((point) => point.log));
  return {
    rates: kept.map((point) => point.rate),
    phis: kept.map((point) => point.phi),
    weights: kept.map((point) => Math.exp(point.log - sum)),
  };
}

/**
 * The same when the rate moves on before it is seen again: the log of the rate changes by a normal step with this standard
 * deviation, laid out finely enough that the points of neighbouring rates leave no gap.
 */
export function drifted(posterior: Posterior, drift: number): Posterior {
  if (drift === 0) return posterior;
  const steps = new Map([...new Set(posterior.phis)].map((phi) => [phi, stepsOf(drift, spreadOf(posterior, phi))]));
  const points = posterior.rates.flatMap((rate, i) =>
    (steps.get(posterior.phis[i]) ?? []).map(({ step, weight }) => ({
      rate: rate * Math.exp(step),
      phi: posterior.phis[i],
      weight: posterior.weights[i] * weight,
    })),
  );
  return {
    rates: points.map((point) => point.rate),
    phis: points.map((point) => point.phi),
    weights: points.map((point) => point.weight),
  };
}

function stepsOf(drift: number, spread: number): readonly { readonly step: number; readonly weight: number }[] {
  const each = 1.2 / Math.hypot(1 / drift, 1 / spread);
  const reach = Math.ceil((5 * drift) / each);
  const steps = Array.from({ length: 2 * reach + 1 }, (_, i) => (i - reach) * each);
  const weights = steps.map((step) => Math.exp(-((step / drift) ** 2) / 2));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return steps.map((step, i) => ({ step, weight: weights[i] / all }));
}

/** The standard deviation of the log of the rate at one dispersion; without bound where one point is left. */
function spreadOf({ rates, phis, weights }: Posterior, phi: number): number {
  let [all, sum, squares] = [0, 0, 0];
  for (let g = 0; g < weights.length; g++) {
    if (phis[g] !== phi) continue;
    const log = Math.log(rates[g]);
    all += weights[g];
    sum += weights[g] * log;
    squares += weights[g] * log * log;
  }
  const variance = squares / all - (sum / all) ** 2;
  return variance > 1e-12 ? Math.sqrt(variance) : Infinity;
}

/** log of the sum of exponentials. */
export function logSum(logs: readonly number[]): number {
  let most = -Infinity;
  for (const log of logs) if (log > most) most = log;
  if (most === -Infinity) return most;
  let sum = 0;
  for (const log of logs) sum += Math.exp(log - most);
  return most + Math.log(sum);
}

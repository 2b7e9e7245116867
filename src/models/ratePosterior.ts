import { climb, type Slope } from "./climb.js";

/** What may be the mean of a period and how its counts spread about it: a negative binomial, and how likely it is the right one. */
export interface Component {
  readonly weight: number;
  readonly mean: number;
  /** One over the size: the variance is mean + spread mean². */
  readonly spread: number;
}

/**
 * What counts say of the mean of a period and its spread together: for each alpha of a grid the rate with its own uncertainty, as
 * a negative binomial, weighted by how likely the alpha is. Before any count, alpha / (1 + alpha) is taken to be anywhere from 0
 * to 1, and the rate by Jeffreys' rule. For each alpha the rate is taken for a gamma variable about its likeliest value, which
 * for Poisson counts is exact.
 *
 * @see Tierney & Kadane (1986) Journal of the American Statistical Association 81, 82–86
 */
export function ratePosterior(
  heightAt: (logRate: number, logAlpha: number) => Slope,
  { logRate, events, exposure, periods }: { logRate: number; events: number; exposure: number; periods: number },
  isPoisson = false,
): Component[] {
  const typical = exposure / periods;
  let start = logRate;
  const at = (logAlpha: number): { log: number; component: Component } => {
    const alpha = Math.exp(logAlpha);
    const found = climb(
      ([x]) => {
        const { height, slopes } = heightAt(x, logAlpha);
        const mean = typical * Math.exp(x);
        const isDamped = 1 / (1 + alpha * mean);
        return { height: height + (x - Math.log1p(alpha * mean)) / 2, slopes: [slopes[0] + isDamped / 2] };
      },
      [start],
    );
    start = found.at[0];
    const worth = Math.max(found.bends[0], 1e-3);
    return {
      log: found.height - Math.log(worth) / 2 + logAlpha - 2 * Math.log1p(alpha),
      component: { weight: 1, mean: typical * Math.exp(found.at[0]), spread: alpha + (1 + alpha) / worth },
    };
  };
  if (isPoisson) return [at(-Infinity).component];
  const low = -Math.log1p(events / periods) - 5;
  const rough = gridOf(low, 6, 24).map((logAlpha) => ({ logAlpha, ...at(logAlpha) }));
  const top = Math.max(...rough.map(({ log }) => log));
  const likely = rough.map(({ log }, i) => ({ log, i })).filter(({ log }) => log > top - 10);
  const first = rough[Math.max(0, likely[0].i - 1)].logAlpha;
  const last = rough[Math.min(rough.length - 1, likely[likely.length - 1].i + 1)].logAlpha;
  start = logRate;
  const fine = gridOf(first, last, 24).map(at);
  const highest = Math.max(...fine.map(({ log }) => log));
  const weights = fine.map(({ log }) => Math.exp(log - highest));
  const whole = weights.reduce((sum, one) => sum + one, 0);
  return fine.map(({ component }, i) => ({ ...component, weight: weights[i] / whole }));
}

function gridOf(from: number, to: number, steps: number): number[] {
  return Array.from({ length: steps + 1 }, (_, i) => from + ((to - from) * i) / steps);
}

/** The negative binomial with the mean and the variance of the mixture. */
export function pooled(components: readonly Component[]): { mean: number; size: number } {
  const mean = components.reduce((sum, one) => sum + one.weight * one.mean, 0);
  const square = components.reduce((sum, one) => sum + one.weight * one.mean ** 2 * (1 + one.spread), 0);
  return { mean, size: 1 / (square / mean ** 2 - 1) };
}

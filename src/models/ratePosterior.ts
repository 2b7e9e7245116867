import { logNegbin } from "../distributions/negbin.js";
import { logPoisson } from "../distributions/poisson.js";
import { type CountGroup, totalsOf } from "./countGroups.js";

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
 * for Poisson counts is exact. `areAbove` says that counts are only known because they are above 0; `isPoisson` that alpha is 0.
 *
 * @see Tierney & Kadane (1986) Journal of the American Statistical Association 81, 82–86
 */
export function ratePosterior(
  groups: readonly CountGroup[],
  { areAbove = false, isPoisson = false }: { areAbove?: boolean; isPoisson?: boolean } = {},
): Component[] {
  const { events, exposure, periods } = totalsOf(groups);
  const typical = exposure / periods;
  let start = Math.log(events / exposure);
  const at = (logAlpha: number): { log: number; component: Component } => {
    const alpha = Math.exp(logAlpha);
    const { logRate, bend } = likeliestRate(groups, alpha, areAbove, typical, start);
    start = logRate;
    const mean = typical * Math.exp(logRate);
    const height = heightAt(groups, Math.exp(logRate), alpha, areAbove) + Math.log(mean / (1 + alpha * mean)) / 2;
    return {
      log: height - Math.log(bend) / 2 + logAlpha - 2 * Math.log1p(alpha),
      component: { weight: 1, mean, spread: alpha + (1 + alpha) / bend },
    };
  };
  if (isPoisson) return [at(-Infinity).component];
  const rough = gridOf(-Math.log1p(events / periods) - 5, 6, 24).map((logAlpha) => ({ logAlpha, ...at(logAlpha) }));
  const top = Math.max(...rough.map(({ log }) => log));
  const likely = rough.map(({ log }, i) => ({ log, i })).filter(({ log }) => log > top - 10);
  const first = rough[Math.max(0, likely[0].i - 1)].logAlpha;
  const last = rough[Math.min(rough.length - 1, likely[likely.length - 1].i + 1)].logAlpha;
  const fine = gridOf(first, last, 24).map(at);
  const highest = Math.max(...fine.map(({ log }) => log));
  const weights = fine.map(({ log }) => Math.exp(log - highest));
  const whole = weights.reduce((sum, one) => sum + one, 0);
  return fine.map(({ component }, i) => ({ ...component, weight: weights[i] / whole }));
}

/** Where the slope of the log likelihood with Jeffreys' rule crosses 0, by Newton's steps of at most 1, and how it bends there. */
function likeliestRate(
  groups: readonly CountGroup[],
  alpha: number,
  areAbove: boolean,
  typical: number,
  start: number,
): { logRate: number; bend: number } {
  const slopeAt = (logRate: number): number => {
    const rate = Math.exp(logRate);
    let slope = 0.5 / (1 + alpha * typical * rate);
    for (const { value, exposure, weight } of groups) {
      const mean = exposure * rate;
      const seen = value - (areAbove ? mean / someOf(mean, alpha) : mean);
      slope += (weight * seen) / (1 + alpha * mean);
    }
    return slope;
  };
  const reach = 1e-4;
  let logRate = start;
  let bend = 1;
  for (let i = 0; i < 60; i++) {
    bend = (slopeAt(logRate - reach) - slopeAt(logRate + reach)) / (2 * reach);
    const slope = slopeAt(logRate);
    const step = bend > 0 ? Math.max(-1, Math.min(1, slope / bend)) : Math.sign(slope);
    logRate += step;
    if (Math.abs(step) < 1e-9) break;
  }
  return { logRate, bend: Math.max(bend, 1e-3) };
}

function heightAt(groups: readonly CountGroup[], rate: number, alpha: number, areAbove: boolean): number {
  let height = 0;
  for (const { value, exposure, weight } of groups) {
    const mean = exposure * rate;
    const log = alpha === 0 ? logPoisson(value, mean) : logNegbin(value, mean, 1 / alpha);
    height += weight * (areAbove ? log - Math.log(someOf(mean, alpha)) : log);
  }
  return height;
}

/** The chance of a count above 0. */
function someOf(mean: number, alpha: number): number {
  return -Math.expm1(alpha === 0 ? -mean : -Math.log1p(alpha * mean) / alpha);
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

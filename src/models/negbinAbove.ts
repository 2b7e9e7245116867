import type { CountDistribution } from "../core/distribution.js";
import { solve } from "../math/solve.js";
import type { Component } from "./ratePosterior.js";

/**
 * The negative binomial whose counts above 0 have this mean and variance: the Poisson where they spread no more than its own, the
 * widest that there is (a size of 1e-4) where they spread more than any. A mean of 1 or less, which no such count can have, is
 * taken for hardly more than 1.
 *
 * @example
 * negbinAbove(2 / (1 - Math.exp(-2)), 0).mean // 2
 */
export function negbinAbove(
  mean: number,
  variance: number,
): Extract<CountDistribution, { family: "poisson" | "negbin" }> {
  const goal = Math.max(mean, 1 + 1e-9);
  const excess = (spread: number): number => above(meanFor(goal, spread), spread).variance - variance;
  if (excess(0) >= 0) return { family: "poisson", mean: meanFor(goal, 0) };
  const [low, high] = [Math.log(1e-8 / goal), Math.log(1e4)];
  if (excess(Math.exp(low)) >= 0) return { family: "poisson", mean: meanFor(goal, 0) };
  const spread = excess(Math.exp(high)) <= 0 ? 1e4 : Math.exp(solve((log) => excess(Math.exp(log)), low, high));
  return { family: "negbin", mean: meanFor(goal, spread), size: 1 / spread };
}

/** The mean and the variance of the counts above 0 of a mixture. */
export function aboveZero(components: readonly Component[]): { mean: number; variance: number } {
  let mean = 0;
  let square = 0;
  for (const one of components) {
    const found = above(one.mean, one.spread);
    mean += one.weight * found.mean;
    square += one.weight * (found.variance + found.mean ** 2);
  }
  return { mean, variance: square - mean * mean };
}

/** The mean and the variance of a negative binomial's counts above 0. */
function above(mean: number, spread: number): { mean: number; variance: number } {
  const some = -Math.expm1(spread === 0 ? -mean : -Math.log1p(spread * mean) / spread);
  const centre = mean / some;
  return { mean: centre, variance: centre * (1 + mean + spread * mean) - centre * centre };
}

/** The mean of the negative binomial whose counts above 0 have the mean `goal`, by bisection: it is the larger the larger. */
function meanFor(goal: number, spread: number): number {
  return Math.exp(solve((log) => above(Math.exp(log), spread).mean - goal, -50, Math.log(goal) + 1e-9));
}

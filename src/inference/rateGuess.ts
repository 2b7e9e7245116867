import { InputError } from "../core/errors.js";
import type { Interval } from "../core/finding.js";
import { logNegbin } from "../distributions/negbin.js";
import { logPoisson } from "../distributions/poisson.js";
import { solve } from "../math/solve.js";

/**
 * A guess of a rate from before the first look, as a gamma distribution: its mean is shape / rate, and it is worth as much
 * as `shape` events seen in `rate` units of exposure. Shape 1 says "about so large, give or take as much".
 */
export interface RateGuess {
  readonly shape: number;
  readonly rate: number;
}

/** @throws InputError when the shape or the rate is not above 0 */
export function checkGuess({ shape, rate }: RateGuess, who: string): void {
  if (!(shape > 0 && shape < Infinity && rate > 0 && rate < Infinity))
    throw new InputError(`${who}: prior needs a shape and a rate above 0, got ${shape} and ${rate}`);
}

/** Natural log of the chance of so many events when the rate is only known by the guess. */
export function logGuessed(count: number, exposure: number, { shape, rate }: RateGuess): number {
  return exposure === 0 ? 0 : logNegbin(count, (shape * exposure) / rate, shape);
}

/**
 * Natural log of how many times likelier the counts are under the guess than at the rate `at`. Over time this is a
 * martingale if `at` is right: the chance that it ever exceeds log(20) is at most 1 in 20.
 *
 * @see Robbins (1970) Annals of Mathematical Statistics 41, 1397–1409
 * @example
 * logRateEvidence(0, 1, 3, { shape: 1, rate: 1 }) // 3 - Math.log(2)
 */
export function logRateEvidence(count: number, exposure: number, at: number, guess: RateGuess): number {
  return logGuessed(count, exposure, guess) - logPoisson(count, at * exposure);
}

/** The rates against which the evidence does not exceed 1 / (1 - level). */
export function ratesWithin(count: number, exposure: number, guess: RateGuess, level: number): Interval {
  if (exposure === 0) return [0, null];
  const most = -Math.log1p(-level);
  if (count === 0) return [0, (most - logGuessed(0, exposure, guess)) / exposure];
  const excess = (log: number): number => logRateEvidence(count, exposure, Math.exp(log), guess) - most;
  const best = Math.log(count) - Math.log(exposure);
  return [Math.exp(rootFrom(best, -0.5, excess)), Math.exp(rootFrom(best, 0.5, excess))];
}

/** Where a function that is negative at `start` crosses zero, looking in longer and longer steps. */
export function rootFrom(start: number, step: number, excess: (x: number) => number): number {
  let reach = step;
  while (excess(start + reach) < 0) reach *= 2;
  return solve(excess, start, start + reach);
}

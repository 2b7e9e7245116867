import { logNb1 } from "../distributions/nb1.js";
import { digamma, trigamma } from "../math/digamma.js";
import { goldenSection } from "../math/goldenSection.js";
import { logIntegral } from "../math/logIntegral.js";
import { logPoissonTerm } from "../math/saddle.js";
import type { RateGuess } from "./rateGuess.js";
import { type Stretch, totalOf } from "./test.js";

/** Natural log of the chance of counts at one rate, when the variance of each is phi times its mean. */
export function logNb1Of({ values, exposure }: Stretch, rate: number, phi: number): number {
  let log = 0;
  for (let t = 0; t < values.length; t++) if (exposure[t] > 0) log += logNb1(values[t], rate * exposure[t], phi);
  return log;
}

/**
 * Natural log of the chance of counts when their one rate is only known by a guess.
 *
 * @example
 * Math.exp(logNb1Guessed({ values: [0], exposure: [1] }, { shape: 1, rate: 1 }, 1)) // 0.5
 */
export function logNb1Guessed(stretch: Stretch, { shape, rate }: RateGuess, phi: number): number {
  const { count, exposure } = totalOf(stretch);
  const centre = Math.log((shape + count / phi) / (rate + exposure / phi));
  const width = 1 / Math.sqrt(shape + count / phi);
  return logIntegral(
    (log) => Math.log(shape) + logPoissonTerm(shape, rate * Math.exp(log)) + logNb1Of(stretch, Math.exp(log), phi),
    centre,
    width,
  );
}

/**
 * Natural log of the greatest chance that one rate can give the counts, when the variance of each is the same multiple of
 * its mean, from 1 to `most`.
 *
 * @example
 * Math.exp(logNb1Best({ values: [1, 1], exposure: [1, 1] }, 1)) // Math.exp(-2)
 */
export function logNb1Best(stretch: Stretch, most: number): number {
  const { count, exposure } = totalOf(stretch);
  if (count === 0) return 0;
  const start = count / exposure;
  const at = (logPhi: number): number => bestAt(stretch, Math.exp(logPhi), start);
  if (most <= 1) return at(0);
  const steps = Math.max(4, Math.ceil(4 * Math.log(most)));
  const grid = Array.from({ length: steps + 1 }, (_, i) => (Math.log(most) * i) / steps);
  const logs = grid.map(at);
  const top = logs.indexOf(Math.max(...logs));
  return Math.max(logs[top], goldenSection(at, grid[Math.max(0, top - 1)], grid[Math.min(steps, top + 1)], 12).height);
}

/** The greatest over the rate at one phi: the log-likelihood is concave in the rate, so Newton's steps find it. */
function bestAt(stretch: Stretch, phi: number, start: number): number {
  if (phi === 1) return logNb1Of(stretch, start, 1);
  let rate = start;
  for (let i = 0; i < 50; i++) {
    let [slope, bend] = [0, 0];
    for (let t = 0; t < stretch.values.length; t++) {
      const each = stretch.exposure[t] / (phi - 1);
      if (each === 0) continue;
      const size = rate * each;
      slope += each * (digamma(stretch.values[t] + size) - digamma(size) - Math.log(phi));
      bend += each * each * (trigamma(stretch.values[t] + size) - trigamma(size));
    }
    const next = bend < 0 ? rate - slope / bend : rate;
    const moved = next > 0 ? next : rate / 2;
    const isStill = Math.abs(moved - rate) <= 1e-7 * rate;
    rate = moved;
    if (isStill) break;
  }
  return logNb1Of(stretch, rate, phi);
}

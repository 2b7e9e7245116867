import { logNegbin } from "../distributions/negbin.js";
import { logPoisson } from "../distributions/poisson.js";
import { solve } from "../math/solve.js";
import { type Stretch, totalOf } from "./test.js";

/** The best a negative binomial of one size does, each stretch at its own rate. */
export interface NegbinFit {
  readonly logLikelihood: number;
  /** One over the size: the variance is mean + spread * mean². 0 where no finite size fits better than Poisson. */
  readonly spread: number;
  /** The rate of each stretch. */
  readonly rates: readonly number[];
  /** The squared error of the log of each rate; infinite for a stretch without events. */
  readonly errors: readonly number[];
}

/**
 * Fits negative binomial counts with one size to stretches that each have their own rate, by maximum likelihood. The rate
 * is found by Newton's steps, which are safe because the likelihood is concave in its log; the size where the slope of
 * the profile crosses zero.
 *
 * @see Lawless (1987) Canadian Journal of Statistics 15, 209–225
 */
export function negbinProfile(stretches: readonly Stretch[]): NegbinFit {
  const counted = countedOf(stretches);
  const slope = (spread: number): number =>
    counted.reduce((sum, one) => sum + slopeOf(one, rateOf(one, spread), spread), 0);
  const spread = slope(0) > 0 ? likeliestSpread(slope) : 0;
  const rates = counted.map((one) => rateOf(one, spread));
  return {
    logLikelihood: bestAt(counted, spread),
    spread,
    rates,
    errors: counted.map(
      (one, i) => 1 / one.exposure.reduce((sum, e) => sum + (e * rates[i]) / (1 + spread * e * rates[i]), 0),
    ),
  };
}

/** The log likelihood of one spread, each stretch at the rate that fits best with it. */
export function logLikelihoodAt(stretches: readonly Stretch[], spread: number): number {
  return bestAt(countedOf(stretches), spread);
}

function countedOf(stretches: readonly Stretch[]): Counted[] {
  return stretches.map((one) => ({ ...one, total: totalOf(one) }));
}

function bestAt(counted: readonly Counted[], spread: number): number {
  return counted.reduce((sum, one) => sum + logLikelihood(one, rateOf(one, spread), spread), 0);
}

/** The slope is above 0 at 0, and below it far out. */
function likeliestSpread(slope: (spread: number) => number): number {
  let low = -1;
  while (low > -25 && slope(Math.exp(low)) <= 0) low -= 2;
  if (low <= -25) return 0;
  let high = low + 1;
  while (high < 50 && slope(Math.exp(high)) > 0) high += 1;
  return Math.exp(high < 50 ? solve((log) => slope(Math.exp(log)), low, high) : high);
}

interface Counted extends Stretch {
  readonly total: ReturnType<typeof totalOf>;
}

function rateOf({ values, exposure, total }: Counted, spread: number): number {
  if (total.count === 0) return 0;
  let log = Math.log(total.count / total.exposure);
  for (let i = 0; spread > 0 && i < 100; i++) {
    let score = 0;
    let information = 0;
    for (let t = 0; t < values.length; t++) {
      const mean = exposure[t] * Math.exp(log);
      const scale = 1 + spread * mean;
      score += (values[t] - mean) / scale;
      information += (mean / scale) * ((1 + spread * values[t]) / scale);
    }
    const step = Math.max(-1, Math.min(1, score / information));
    log += step;
    if (Math.abs(step) < 1e-14 * (1 + Math.abs(log))) break;
  }
  return Math.exp(log);
}

function logLikelihood({ values, exposure }: Counted, rate: number, spread: number): number {
  let sum = 0;
  for (let t = 0; t < values.length; t++) {
    const mean = exposure[t] * rate;
    sum += spread > 0 ? logNegbin(values[t], mean, 1 / spread) : logPoisson(values[t], mean);
  }
  return sum;
}

/** How the log likelihood rises with the spread. */
function slopeOf({ values, exposure }: Counted, rate: number, spread: number): number {
  let sum = 0;
  for (let t = 0; t < values.length; t++) {
    const mean = exposure[t] * rate;
    const x = spread * mean;
    // Below this the two parts cancel to fewer digits than the first terms of their series have.
    if (x < 1e-4)
      sum += mean * mean * (1 / 2 - (2 * x) / 3) + gathered(values[t], spread) - values[t] * (mean / (1 + x));
    else
      sum += gathered(values[t], spread) + (Math.log1p(x) - x / (1 + x)) / spread ** 2 - (values[t] * mean) / (1 + x);
  }
  return sum;
}

/** The sum of j / (1 + spread j) over j below k: the first terms one by one, the rest by Euler and Maclaurin. */
function gathered(k: number, spread: number): number {
  const start = Math.min(k, 40);
  let sum = 0;
  for (let j = 1; j < start; j++) sum += j / (1 + spread * j);
  if (start === k) return sum;
  const end = (j: number): number => {
    const x = spread * j;
    const area = x < 1e-4 ? j * j * (1 / 2 - x / 3) : (x - Math.log1p(x)) / spread ** 2;
    return area - j / (1 + x) / 2 + 1 / (1 + x) ** 2 / 12 - spread ** 2 / (1 + x) ** 4 / 120;
  };
  return sum + end(k) - end(start);
}

import { logGammaRise } from "./logGammaRise.js";
import { logPoissonTerm } from "./saddle.js";

/** Natural logs of what lies below and above a point; the two exponentials add to 1. */
export interface LogTails {
  readonly lower: number;
  readonly upper: number;
}

/**
 * The regularised incomplete gamma functions P(shape, x) and Q(shape, x), on the log scale, each with its own digits.
 * Series below the mean, continued fraction above it; the number of terms grows with the root of the shape.
 *
 * @see Abramowitz & Stegun (1964) 6.5.4, 6.5.29, 6.5.31
 * @example
 * Math.exp(logGammaTails(1, 2).upper) // 0.1353352832366127
 */
export function logGammaTails(shape: number, x: number): LogTails {
  if (x <= 0) return { lower: -Infinity, upper: 0 };
  if (x === Infinity) return { lower: 0, upper: -Infinity };
  if (x < shape + 1) {
    const log = shape < 0.1 ? lowerNearOne(shape, x) : logPoissonTerm(shape, x) + Math.log(lowerSeries(shape, x));
    const lower = Math.min(0, log);
    return { lower, upper: logComplement(lower) };
  }
  const term = logPoissonTerm(shape, x);
  const upper = Math.min(0, term + Math.log(shape) + Math.log(upperFraction(shape, x)));
  return { lower: logComplement(upper), upper };
}

/** log(1 - e^x) for x <= 0, with the digits of the smaller part kept. */
export function logComplement(x: number): number {
  return x > -Math.LN2 ? Math.log(-Math.expm1(x)) : 0 + Math.log1p(-Math.exp(x));
}

/** The log of P for a small shape, in proportion to the shape, so that Q keeps its digits too. */
function lowerNearOne(shape: number, x: number): number {
  let term = 1;
  let sum = 0;
  for (let n = 1; Math.abs(term) > 1e-17; n++) {
    term *= -x / n;
    sum += term / (shape + n);
  }
  return shape * Math.log(x) - logGammaRise(1, shape) + Math.log1p(shape * sum);
}

function lowerSeries(shape: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 1; term > sum * 1e-17; n++) {
    term *= x / (shape + n);
    sum += term;
  }
  return sum;
}

function upperFraction(shape: number, x: number): number {
  const tiny = 1e-300;
  let b = x + 1 - shape;
  let c = 1 / tiny;
  let d = 1 / b;
  let fraction = d;
  for (let i = 1; i < 1e8; i++) {
    const a = -i * (i - shape);
    b += 2;
    d = 1 / (a * d + b || tiny);
    c = b + a / c || tiny;
    fraction *= d * c;
    if (Math.abs(d * c - 1) < 2e-16) break;
  }
  return fraction;
}

import { type LogTails, logComplement } from "./incompleteGamma.js";
import { logGammaRise } from "./logGammaRise.js";
import { logBinomialTerm } from "./saddle.js";

/**
 * The regularised incomplete beta function I_x(a, b) and its complement, on the log scale, each with its own digits.
 * `y` is 1 - x, for callers who know it better than a subtraction does.
 *
 * @see Abramowitz & Stegun (1964) 26.5.4, 26.5.8
 * @example
 * Math.exp(logBetaTails(0.25, 1, 2).lower) // 0.4375
 */
export function logBetaTails(x: number, a: number, b: number, y = 1 - x): LogTails {
  if (x <= 0) return { lower: -Infinity, upper: 0 };
  if (y <= 0) return { lower: 0, upper: -Infinity };
  // One question asked of the smaller share, as the larger may be rounded to 1.
  if (x <= y ? x * (a + b + 2) < a + 1 : y * (a + b + 2) > b + 1) {
    const lower = nearerEnd(x, a, b, y);
    return { lower, upper: logComplement(lower) };
  }
  const upper = nearerEnd(y, b, a, x);
  return { lower: logComplement(upper), upper };
}

function nearerEnd(x: number, a: number, b: number, y: number): number {
  if (a < 0.1) return Math.min(0, lowerNearOne(x, a, b));
  return Math.min(0, logBinomialTerm(a, b, x, y) + Math.log(b / (a + b)) + Math.log(fraction(x, a, b, y)));
}

/** The log of I_x for a small a, in proportion to a, so that the complement keeps its digits too. */
function lowerNearOne(x: number, a: number, b: number): number {
  let term = 1;
  let sum = 0;
  for (let n = 1; Math.abs(term) > 1e-17; n++) {
    term *= ((n - b) / n) * x;
    sum += term / (a + n);
  }
  return a * Math.log(x) + logGammaRise(b, a) - logGammaRise(1, a) + Math.log1p(a * sum);
}

/** The continued fraction in terms of the distance from the mean, which keeps its digits however large a and b are. */
function fraction(x: number, a: number, b: number, y: number): number {
  const tiny = 1e-300;
  const start = 1 + (a > b ? (a + b) * y - b : a - (a + b) * x);
  let c = 1 / tiny;
  let d = 1 / ((start * a) / (a + 1) || tiny);
  let result = a * d;
  for (let n = 1; n < 1e8; n++) {
    const rise = n * (b - n) * x;
    const width = a + 2 * n - 1;
    const above = ((a + n - 1) / width) * ((a + b + n - 1) / width) * rise * x;
    const below = n + rise / width + ((a + n) / (width + 2)) * (start + n * (1 + y));
    d = 1 / (below + above * d || tiny);
    c = below + above / c || tiny;
    result *= d * c;
    if (Math.abs(d * c - 1) < 1e-15) break;
  }
  return result;
}

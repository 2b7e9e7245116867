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
  if (x * (a + b + 2) < a + 1) {
    const lower = nearerEnd(x, a, b, y);
    return { lower, upper: logComplement(lower) };
  }
  const upper = nearerEnd(y, b, a, x);
  return { lower: logComplement(upper), upper };
}

function nearerEnd(x: number, a: number, b: number, y: number): number {
  if (a < 0.1) return Math.min(0, lowerNearOne(x, a, b));
  return Math.min(0, logBinomialTerm(a, b, x, y) + Math.log(b / (a + b)) + Math.log(fraction(x, a, b)));
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

function fraction(x: number, a: number, b: number): number {
  const tiny = 1e-300;
  let c = 1;
  let d = 1 / (1 - ((a + b) * x) / (a + 1) || tiny);
  let result = d;
  for (let m = 1; m < 1e8; m++) {
    const even = ((m * (b - m)) / (a + 2 * m - 1)) * (x / (a + 2 * m));
    d = 1 / (1 + even * d || tiny);
    c = 1 + even / c || tiny;
    result *= d * c;
    const odd = -((a + m) / (a + 2 * m)) * (((a + b + m) * x) / (a + 2 * m + 1));
    d = 1 / (1 + odd * d || tiny);
    c = 1 + odd / c || tiny;
    result *= d * c;
    if (Math.abs(d * c - 1) < 2e-16) break;
  }
  return result;
}

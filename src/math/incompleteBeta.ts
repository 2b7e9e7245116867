import { type LogTails, logComplement } from "./incompleteGamma.js";
import { logGammaRise } from "./logGammaRise.js";
import { logBinomialTerm } from "./saddle.js";

/**
 * The regularised incomplete beta function I_x(a, b) and its complement, on the log scale, each with its own digits.
 * `y` is 1 - x, for callers who know it better than a subtraction does.
 *
 * @see Didonato & Morris (1992) ACM Transactions on Mathematical Software 18, 360–373
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

/** A continued fraction without cancellation where a or b is huge: its terms hold what is left of a y - b x. */
function fraction(x: number, a: number, b: number, y: number): number {
  const tiny = 1e-300;
  const partOf = (m: number): number =>
    m + m * (b - m) * (x / (a + 2 * m - 1)) + ((a + m) / (a + 2 * m + 1)) * (a * y - b * x + 1 + m * (1 + y));
  let c = (a / (a + 1)) * (a * y - b * x + 1);
  let d = 0;
  let result = c;
  for (let m = 1; m < 1e8; m++) {
    const wide = a + 2 * m - 1;
    const over = ((a + m - 1) / wide) * x * (((a + b + m - 1) / wide) * x) * m * (b - m);
    const part = partOf(m);
    d = 1 / (part + over * d || tiny);
    c = part + over / c || tiny;
    result *= d * c;
    if (Math.abs(d * c - 1) < 2e-16) break;
  }
  return a / result;
}

import { logBetaTails } from "../math/incompleteBeta.js";
import { type LogTails, logComplement } from "../math/incompleteGamma.js";
import { logIntegral } from "../math/logIntegral.js";
import { logBinomialTerm } from "../math/saddle.js";

/** The natural log of the chance of exactly `k` of `n` when the chance of each is itself a beta(a, b) variable. */
export function logBetaBinomial(k: number, n: number, a: number, b: number): number {
  if (n === 0) return 0;
  // Any common share cancels out of the three terms; the pooled one leaves no large parts to cancel.
  const p = (k + a) / (n + a + b);
  const q = (n - k + b) / (n + a + b);
  const odds = Math.log((a * b) / (a + b)) - Math.log(((k + a) * (n - k + b)) / (n + a + b));
  const both = logBinomialTerm(k, n - k, p, q) + logBinomialTerm(a, b, p, q);
  return Math.min(0, both - logBinomialTerm(k + a, n - k + b, p, q) + odds);
}

/** The largest n whose chances are added up one by one. */
const summed = 10_000;

/**
 * Natural logs of the chance of `k` or fewer (`lower`) and of `k` or more (`upper`): both hold k itself. Chances are
 * added up to n 10,000; beyond, the tail is integrated over the unknown share, which takes about a millisecond at any n.
 *
 * @example
 * Math.exp(betaBinomialTails(0, 4, 1, 1).lower) // 0.2
 */
export function betaBinomialTails(k: number, n: number, a: number, b: number): LogTails {
  const lower = k === n ? 0 : upTo(k, n, a, b).lower;
  const upper = k === 0 ? 0 : upTo(k - 1, n, a, b).upper;
  return { lower, upper };
}

/** The logs of P(X <= k) and P(X > k), for k below n. */
function upTo(k: number, n: number, a: number, b: number): LogTails {
  const isLow = k < (n * a) / (a + b);
  const small = isLow ? lowerSum(k, n, a, b) : lowerSum(n - k - 1, n, b, a);
  const rest = small < -Math.LN2 ? logComplement(small) : isLow ? lowerSum(n - k - 1, n, b, a) : lowerSum(k, n, a, b);
  return isLow ? { lower: small, upper: rest } : { lower: rest, upper: small };
}

/** The log of P(X <= k), k below n. */
function lowerSum(k: number, n: number, a: number, b: number): number {
  return Math.min(0, n <= summed ? added(k, n, a, b) : integrated(k, n, a, b));
}

function added(k: number, n: number, a: number, b: number): number {
  let log = logBetaBinomial(k, n, a, b);
  let term = 1;
  let sum = 1;
  for (let i = k; i > 0; i--) {
    term *= (i / (a + i - 1)) * ((b + n - i) / (n - i + 1));
    sum += term;
    // From a = 1 on the chances keep falling ever faster; below, they may rise again towards 0.
    if (a >= 1 && term < sum * 1e-18) break;
    if (sum > 1e200) {
      log += Math.log(sum);
      term /= sum;
      sum = 1;
    }
  }
  return log + Math.log(sum);
}

/**
 * P(X <= k) is the chance that a beta(a, b) variable falls below a beta(k + 1, n - k) one. It is integrated over the
 * log odds of the narrower of the two, where the integrand has one peak and smooth flanks.
 */
function integrated(k: number, n: number, a: number, b: number): number {
  const isOwnNarrow = 1 / a + 1 / b < 1 / (k + 1) + 1 / (n - k);
  if (isOwnNarrow) {
    return logIntegral(
      (odds) => logOddsDensity(odds, a, b) + tailsAt(odds, k + 1, n - k).upper,
      Math.log(a / b),
      Math.sqrt(1 / a + 1 / b),
    );
  }
  const centre = Math.log((k + 1) / (n - k));
  const width = Math.sqrt(1 / (k + 1) + 1 / (n - k));
  return logIntegral((odds) => logOddsDensity(odds, k + 1, n - k) + tailsAt(odds, a, b).lower, centre, width);
}

/** The log density of the log odds of a beta variable. */
function logOddsDensity(odds: number, a: number, b: number): number {
  return logBinomialTerm(a, b, 1 / (1 + Math.exp(-odds)), 1 / (1 + Math.exp(odds))) + Math.log(a) - Math.log1p(a / b);
}

function tailsAt(odds: number, a: number, b: number): LogTails {
  return logBetaTails(1 / (1 + Math.exp(-odds)), a, b, 1 / (1 + Math.exp(odds)));
}

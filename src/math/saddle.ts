/**
 * The natural log of the Poisson term `mean^k e^-mean / k!` for any real `k >= 0`, exact in relative terms even where the
 * mean is 1e9 and the term lies thirty standard deviations out.
 *
 * @see Loader (2000) Fast and Accurate Computation of Binomial Probabilities
 * @example
 * logPoissonTerm(0, 700) // -700
 */
export function logPoissonTerm(k: number, mean: number): number {
  if (mean === 0) return k === 0 ? 0 : -Infinity;
  if (k === 0) return -mean;
  return -stirlingError(k) - deviance(k, mean) - 0.5 * Math.log(2 * Math.PI * k);
}

/**
 * The natural log of the binomial term with `k` and `n - k` any real numbers from 0, for a share `p` whose complement `q`
 * is given too, so that neither loses digits near 0.
 *
 * @see Loader (2000) Fast and Accurate Computation of Binomial Probabilities
 */
export function logBinomialTerm(k: number, rest: number, p: number, q: number): number {
  const n = k + rest;
  if (p === 0) return k === 0 ? 0 : -Infinity;
  if (q === 0) return rest === 0 ? 0 : -Infinity;
  if (k === 0) return p < 0.1 ? n * Math.log1p(-p) : n * Math.log(q);
  if (rest === 0) return q < 0.1 ? n * Math.log1p(-q) : n * Math.log(p);
  const errors = stirlingError(n) - stirlingError(k) - stirlingError(rest);
  const spread = Math.log(2 * Math.PI) + Math.log(k) + Math.log1p(-k / n);
  return errors - deviance(k, n * p) - deviance(rest, n * q) - 0.5 * (k < rest ? spread : spreadOf(k, rest, n));
}

function spreadOf(k: number, rest: number, n: number): number {
  return Math.log(2 * Math.PI) + Math.log(rest) + Math.log(k / n);
}

/** What Stirling's formula leaves out of log(x!): log(x!) - log(sqrt(2 pi x)) - x log x + x. */
function stirlingError(x: number): number {
  return x < small.length && Number.isInteger(x) ? small[x] : stirlingSeries(x);
}

const coefficients = [1 / 12, 1 / 360, 1 / 1260, 1 / 1680, 1 / 1188, 691 / 360360, 1 / 156];
const small = Float64Array.from({ length: 64 }, (_, x) => stirlingSeries(x));

function stirlingSeries(x: number): number {
  let error = 0;
  let at = x;
  for (; at < 15; at++) error += (at + 0.5) * Math.log1p(1 / at) - 1;
  const square = at * at;
  let sum = 0;
  for (let i = coefficients.length - 1; i >= 0; i--) sum = coefficients[i] - sum / square;
  return error + sum / at;
}

/** x log(x / mean) + mean - x without cancellation where the two are close: half of what a Poisson count adds to a deviance. */
export function deviance(x: number, mean: number): number {
  const gap = x - mean;
  if (Math.abs(gap) >= 0.1 * (x + mean)) return x * Math.log(x / mean) - gap;
  const ratio = gap / (x + mean);
  let sum = gap * ratio;
  let term = 2 * x * ratio;
  for (let j = 1; j < 1000; j++) {
    term *= ratio * ratio;
    const next = sum + term / (2 * j + 1);
    if (next === sum) return sum;
    sum = next;
  }
  return sum;
}

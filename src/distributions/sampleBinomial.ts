import { logBinomialTerm } from "../math/saddle.js";

/**
 * How many of `n` come about when each does with chance `p` (and not with chance `q`), made of a stream of uniform
 * numbers: by adding up chances where fewer than 10 are expected, by transformed rejection from there on.
 *
 * @see Hörmann (1993) Journal of Statistical Computation and Simulation 46, 101–110
 * @example
 * sampleBinomial(3, 1, 0, () => 0.5) // 3
 */
export function sampleBinomial(n: number, p: number, q: number, uniform: () => number): number {
  if (p > q) return n - sampleBinomial(n, q, p, uniform);
  if (n * p < 10) return byAddition(n, p, q, uniform);
  const sd = Math.sqrt(n * p * q);
  const b = 1.15 + 2.53 * sd;
  const a = -0.0873 + 0.0248 * b + 0.01 * p;
  const sureBelow = 0.92 - 4.2 / b;
  for (;;) {
    const u = uniform() - 0.5;
    const v = uniform();
    const edge = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / edge + b) * u + n * p + 0.5);
    if (edge >= 0.07 && v <= sureBelow) return k;
    if (k < 0 || k > n) continue;
    const scale = ((2.83 + 5.1 / b) * sd) / (a / (edge * edge) + b);
    const mode = Math.floor((n + 1) * p);
    if (Math.log(v * scale) <= logBinomialTerm(k, n - k, p, q) - logBinomialTerm(mode, n - mode, p, q)) return k;
  }
}

function byAddition(n: number, p: number, q: number, uniform: () => number): number {
  const none = Math.exp(n * Math.log1p(-p));
  const last = Math.min(n, 150);
  for (;;) {
    let left = uniform();
    let chance = none;
    // Beyond 150 only the rounding of the sums is left.
    for (let k = 0; k <= last; k++) {
      if (left < chance) return k;
      left -= chance;
      chance *= ((n - k) / (k + 1)) * (p / q);
    }
  }
}

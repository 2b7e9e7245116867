import { countFamilyOf } from "../distributions/countFamilies.js";
import type { Leaves } from "../distributions/leavesOf.js";

/**
 * The CRPS of one count that spreads over thousands: its mean distance from what came less half the mean distance between
 * two of it. The latter is an integral of the characteristic function, which for these families hangs on the cosine alone.
 * Undefined for other distributions, and where too many digits would cancel.
 *
 * @see Trefethen & Weideman (2014) SIAM Review 56, 385–458, for the trapezoidal rule on the whole line
 */
export function gapOfLarge({ points, counts, measures }: Leaves, observed: number): number | undefined {
  if (points.length > 0 || counts.length !== 1 || measures.length > 0 || counts[0].least === 1) return undefined;
  const [{ of }] = counts;
  if (of.family === "betaBinomial" || (of.family === "negbin" && of.size < 1e-3)) return undefined;
  const family = countFamilyOf(of);
  const [mean, variance] = [family.mean(of), family.variance(of)];
  if (!(variance > 1e6 && Number.isSafeInteger(observed) && observed >= 0)) return undefined;
  const tails = family.logTails(of, observed);
  const next = Math.exp(family.logDensity(of, observed + 1)) * (observed + 1);
  const turn = of.family === "poisson" ? 1 : of.family === "negbin" ? 1 + of.mean / of.size : 1 - of.p;
  const below = Math.exp(tails.lower);
  const above = Math.exp(family.logTails(of, observed + 1).upper);
  // -log of the squared size of the characteristic function, of w = 1 - cos.
  const fall = (w: number): number => {
    if (of.family === "poisson") return 2 * of.mean * w;
    if (of.family === "binomial") return -of.n * Math.log1p(-2 * of.p * (1 - of.p) * w);
    const ratio = of.mean / of.size;
    return of.size * Math.log1p(2 * ratio * (1 + ratio) * w);
  };
  const centre = -Math.log(2 * variance) / 2;
  const step = 1 / 12;
  let sum = 0;
  for (let i = -480; i <= 480; i++) {
    const u = centre + i * step;
    // w = 1 - cos(t) for tan(t / 2) = e^u.
    const w = 2 / (1 + Math.exp(-2 * u));
    sum -= Math.expm1(-fall(w)) * Math.exp(-u);
  }
  const apart = (sum * step) / (2 * Math.PI);
  return (observed - mean) * (below - above) + 2 * turn * next - apart;
}

import type { Distribution } from "../core/distribution.js";
import { familyOf } from "./families.js";

/** Above this mean counts are not gone through one by one. */
const mostMean = 2000;

/**
 * `n` equally likely values that stand for a distribution: its quantiles at the middles of `n` equal shares, rising.
 *
 * @throws InputError when the parameters cannot be
 * @example
 * [...midQuantiles({ family: "binomial", n: 2, p: 0.5 }, 4)] // [0, 1, 1, 2]
 */
export function midQuantiles(distribution: Distribution, n: number): Float64Array {
  const family = familyOf("midQuantiles", distribution);
  const level = (i: number): number => (i + 0.5) / n;
  if (distribution.family === "draws") {
    const sorted = Float64Array.from(distribution.values).sort();
    return Float64Array.from({ length: n }, (_, i) => sorted[Math.ceil(level(i) * sorted.length - 1e-9) - 1]);
  }
  if (!family.isCount(distribution) || !(family.mean(distribution) < mostMean))
    return Float64Array.from({ length: n }, (_, i) => family.quantile(distribution, level(i)));
  const values = new Float64Array(n);
  let sum = Math.exp(family.logDensity(distribution, 0));
  let count = 0;
  for (let i = 0; i < n; i++) {
    while (sum < level(i) - 1e-12) sum += Math.exp(family.logDensity(distribution, ++count));
    values[i] = count;
  }
  return values;
}

import type { Distribution } from "../core/distribution.js";
import { familyOf } from "./families.js";

/** Above this mean counts are not gone through one by one. */
const mostMean = 2000;

/**
 * `n` equally likely values that stand for a distribution: its quantiles at the middles of `n` equal shares, rising. Those
 * of a mixture are read off those of its parts, each chance within 1 / n.
 *
 * @throws InputError when the parameters cannot be
 * @example
 * [...midQuantiles({ family: "binomial", n: 2, p: 0.5 }, 4)] // [0, 1, 1, 2]
 */
export function midQuantiles(distribution: Distribution, n: number): Float64Array {
  const family = familyOf("midQuantiles", distribution);
  if (distribution.family === "mixture") return ofParts(distribution, n);
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

function ofParts({ weights, of }: Extract<Distribution, { family: "mixture" }>, n: number): Float64Array {
  const parts = of.map((part) => midQuantiles(part, n));
  const places = new Int32Array(parts.length);
  const values = new Float64Array(n);
  let [reached, value] = [0, 0];
  for (let i = 0; i < n; i++) {
    while (reached < (i + 0.5) * (1 - 1e-12)) {
      let next = -1;
      for (let j = 0; j < parts.length; j++)
        if (places[j] < n && (next < 0 || parts[j][places[j]] < parts[next][places[next]])) next = j;
      value = parts[next][places[next]++];
      reached += weights[next];
    }
    values[i] = value;
  }
  return values;
}

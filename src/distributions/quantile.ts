import type { Distribution } from "../core/distribution.js";
import { InputError } from "../core/errors.js";
import { familyOf } from "./families.js";

/**
 * The value below which it falls with chance `p`: for counts and draws the least value `k` with P(X <= k) >= p, where a
 * `p` that misses P(X <= k) by rounding alone counts as reached. Quantiles are read off straight lines between those
 * given; beyond them it is the outer value.
 *
 * @throws InputError when the parameters cannot be, or p is not from 0 to 1
 * @example
 * quantile({ family: "negbin", mean: 20, size: 2 }, 0.975) // 57
 */
export function quantile(distribution: Distribution, p: number): number {
  const family = familyOf("quantile", distribution);
  if (!(p >= 0 && p <= 1)) throw new InputError(`quantile: p needs a number from 0 to 1, got ${p}`);
  return family.quantile(distribution, p);
}

import type { Distribution } from "../core/distribution.js";
import { InputError } from "../core/errors.js";
import { random } from "../math/random.js";
import { familyOf } from "./families.js";

/** How many numbers, and the seed that makes them the same on every machine. */
export interface SampleOptions {
  readonly n: number;
  readonly seed: number;
}

/**
 * Numbers drawn from a distribution; the same seed gives the same ones, and a larger `n` more of them. Samplers are
 * exact, not approximations by the normal, at any mean.
 *
 * @throws InputError when the parameters cannot be, n is not a whole number from 0 or the seed not a whole number
 * @example
 * sample({ family: "binomial", n: 4, p: 1 }, { n: 2, seed: 1 }) // [4, 4]
 */
export function sample(distribution: Distribution, { n, seed }: SampleOptions): number[] {
  const family = familyOf("sample", distribution);
  if (!(Number.isSafeInteger(n) && n >= 0)) throw new InputError(`sample: n needs a whole number from 0, got ${n}`);
  if (!Number.isSafeInteger(seed)) throw new InputError(`sample: seed needs a whole number, got ${seed}`);
  const next = family.sampler(distribution, random(seed));
  const numbers: number[] = [];
  for (let i = 0; i < n; i++) numbers.push(next());
  return numbers;
}

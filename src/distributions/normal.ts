import { InputError } from "../core/errors.js";
import { logComplement, logGammaTails } from "../math/incompleteGamma.js";
import { solve } from "../math/solve.js";

/** Natural log of the chance that a standard normal exceeds `z`. */
export function normalUpper(z: number): number {
  const beyond = logGammaTails(0.5, (z * z) / 2).upper - Math.LN2;
  return z >= 0 ? beyond : logComplement(beyond);
}

/**
 * The point below which a standard normal falls with chance `p`.
 *
 * @throws InputError when p is not between 0 and 1
 * @example
 * normalQuantile(0.975) // 1.959963984540054
 */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) throw new InputError(`normalQuantile: p needs a number between 0 and 1, got ${p}`);
  if (p === 0.5) return 0;
  const tail = p < 0.5 ? Math.log(p) : Math.log1p(-p);
  const size = solve((z) => tail - normalUpper(z), 0, 40);
  return p < 0.5 ? -size : size;
}

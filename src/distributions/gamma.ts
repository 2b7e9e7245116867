import { InputError } from "../core/errors.js";
import { logGammaTails } from "../math/incompleteGamma.js";
import { solve } from "../math/solve.js";

/**
 * The point below which a gamma variable of this shape and scale 1 falls with chance `p`.
 *
 * @throws InputError when p is not from 0 to 1 or the shape not above 0
 * @example
 * gammaQuantile(0.975, 17) / 24 * 7 // 7.578374299288609
 */
export function gammaQuantile(p: number, shape: number): number {
  if (!(p >= 0 && p <= 1)) throw new InputError(`gammaQuantile: p needs a number from 0 to 1, got ${p}`);
  if (!(shape > 0)) throw new InputError(`gammaQuantile: shape needs a number above 0, got ${shape}`);
  if (p === 0) return 0;
  if (p === 1) return Infinity;
  const gap = (x: number): number => {
    const tails = logGammaTails(shape, Math.exp(x));
    return p < 0.5 ? tails.lower - Math.log(p) : Math.log1p(-p) - tails.upper;
  };
  let low = Math.log(shape) - 1;
  let high = Math.log(shape) + 1;
  while (gap(low) > 0) low = low - 2 * (high - low);
  while (gap(high) < 0) high += 1;
  return Math.exp(solve(gap, low, high));
}

/**
 * Natural log of the chance that chi-square with `df` degrees of freedom exceeds `x`.
 *
 * @example
 * Math.exp(chiSquareUpper(2, 2)) // 0.36787944117144233
 */
export function chiSquareUpper(x: number, df: number): number {
  return logGammaTails(df / 2, x / 2).upper;
}

/**
 * The point below which chi-square with `df` degrees of freedom falls with chance `p`.
 *
 * @throws InputError when p is not from 0 to 1 or df not above 0
 * @example
 * chiSquareQuantile(0.95, 2) // 5.99146454710798
 */
export function chiSquareQuantile(p: number, df: number): number {
  return 2 * gammaQuantile(p, df / 2);
}

import { InputError } from "../core/errors.js";
import { logBetaTails } from "../math/incompleteBeta.js";
import { solve } from "../math/solve.js";

/**
 * The point below which a beta variable falls with chance `p`.
 *
 * @throws InputError when p is not from 0 to 1, or a or b not above 0
 * @example
 * betaQuantile(0.5, 2, 2) // 0.5
 */
export function betaQuantile(p: number, a: number, b: number): number {
  if (!(p >= 0 && p <= 1)) throw new InputError(`betaQuantile: p needs a number from 0 to 1, got ${p}`);
  if (!(a > 0 && b > 0)) throw new InputError(`betaQuantile: a and b need numbers above 0, got ${a} and ${b}`);
  if (p === 0 || p === 1) return p;
  const gap = (odds: number): number => {
    const tails = logBetaTails(1 / (1 + Math.exp(-odds)), a, b, 1 / (1 + Math.exp(odds)));
    return p < 0.5 ? tails.lower - Math.log(p) : Math.log1p(-p) - tails.upper;
  };
  const centre = Math.log(a / b);
  let low = centre - 1;
  let high = centre + 1;
  for (let reach = 2; gap(low) > 0; reach *= 2) low = centre - reach;
  for (let reach = 2; gap(high) < 0; reach *= 2) high = centre + reach;
  return 1 / (1 + Math.exp(-solve(gap, low, high)));
}

import { InputError } from "../core/errors.js";
import { logBetaTails } from "../math/incompleteBeta.js";
import { logComplement } from "../math/incompleteGamma.js";
import { solve } from "../math/solve.js";

/**
 * Natural log of the chance that Student's t with `df` degrees of freedom exceeds `t`.
 *
 * @example
 * Math.exp(studentUpper(0, 9)) // 0.5
 */
export function studentUpper(t: number, df: number): number {
  const ratio = Math.abs(t) / Math.sqrt(df);
  // From here on the tail is a power of t to the last digit, while the square of t leaves the range of doubles.
  const excess = ratio > farOut ? Math.log(ratio / farOut) : 0;
  const square = Math.min(ratio, farOut) ** 2;
  const beyond = logBetaTails(1 / (1 + square), df / 2, 0.5, square / (1 + square)).lower - Math.LN2 - df * excess;
  return t >= 0 ? beyond : logComplement(beyond);
}

const farOut = 1e100;

/**
 * The point below which Student's t with `df` degrees of freedom falls with chance `p`; infinite where no double is as
 * far out.
 *
 * @throws InputError when p is not between 0 and 1
 */
export function studentQuantile(p: number, df: number): number {
  if (!(p > 0 && p < 1)) throw new InputError(`studentQuantile: p needs a number between 0 and 1, got ${p}`);
  if (p === 0.5) return 0;
  const tail = p < 0.5 ? Math.log(p) : Math.log1p(-p);
  const gap = (t: number): number => tail - studentUpper(t, df);
  let high = 1;
  while (high < Infinity && gap(high) < 0) high *= 2;
  const size = high === Infinity ? high : solve(gap, 0, high);
  return p < 0.5 ? -size : size;
}

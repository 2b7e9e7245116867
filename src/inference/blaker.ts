import { poissonTails } from "../distributions/poisson.js";
import { firstWhere } from "../math/firstWhere.js";
import { logSum } from "../math/logSum.js";
import { solve } from "../math/solve.js";

/**
 * Blaker's limits for the mean behind a count, from Garwood's. A mean is rejected where its acceptability, the chance of
 * counts no less extreme on either side, is not above `1 - level`. Acceptability jumps where a count on the far side starts to
 * matter, so the means that are not rejected may have holes: the limits are the least and the greatest of them.
 *
 * Below Garwood's lower limit acceptability, at most twice the smaller tail, cannot reach 1 - level. From there to the next jump
 * it falls and then rises, and after the jump it is twice the tail again: so the limit is where it crosses, or the jump.
 *
 * @see Blaker (2000) Canadian Journal of Statistics 28, 783–798
 * @example
 * blaker(16, 0.95, [9.145, 25.983])[0] // 9.598435040731216
 */
export function blaker(count: number, level: number, garwood: readonly [number, number]): readonly [number, number] {
  const log = Math.log(1 - level);
  return [count === 0 ? 0 : lowerLimit(count, log, garwood[0]), upperLimit(count, log, garwood[1])];
}

function lowerLimit(count: number, log: number, from: number): number {
  const half = poissonTails(count, from).upper;
  // The least count on the far side that does not matter yet.
  const next = firstWhere(0, count - 1, (k) => poissonTails(k, from).lower > half);
  const jump = solve((mean) => poissonTails(count, mean).upper - poissonTails(next, mean).lower, from, count);
  const excess = (mean: number): number =>
    logSum(poissonTails(count, mean).upper, next === 0 ? -Infinity : poissonTails(next - 1, mean).lower) - log;
  if (excess(from) >= 0) return from;
  return excess(jump) > 0 ? solve(excess, from, jump) : jump;
}

function upperLimit(count: number, log: number, from: number): number {
  const half = poissonTails(count, from).lower;
  let beyond = count + 2;
  for (let step = 1; poissonTails(beyond, from).upper > half; step *= 2) beyond += step;
  const least = firstWhere(count + 2, beyond, (k) => poissonTails(k, from).upper <= half);
  const jump = solve((mean) => poissonTails(count, mean).lower - poissonTails(least - 1, mean).upper, count, from);
  const excess = (mean: number): number =>
    logSum(poissonTails(count, mean).lower, poissonTails(least, mean).upper) - log;
  if (excess(from) >= 0) return from;
  return excess(jump) > 0 ? solve(excess, jump, from) : jump;
}

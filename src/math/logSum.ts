/**
 * The log of the sum of two numbers that are known by their logs.
 *
 * @example
 * Math.exp(logSum(Math.log(2), Math.log(3))) // 5
 */
export function logSum(one: number, other: number): number {
  const high = Math.max(one, other);
  return high === -Infinity ? high : high + Math.log1p(Math.exp(Math.min(one, other) - high));
}

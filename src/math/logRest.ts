/**
 * What is left of log(1 + x) after two terms, for x >= 0: with t = x / (1 + x), the r in log(1 + x) = t + t² / 2 + r t³.
 * A third at 0; without cancellation at small x.
 *
 * @example
 * logRest(0) // 0.3333333333333333
 */
export function logRest(x: number): number {
  const t = x / (1 + x);
  if (t > 0.25) return (Math.log1p(x) - t - (t * t) / 2) / (t * t * t);
  let last = 3;
  for (let power = t; power > 1e-17; power *= t) last++;
  let sum = 0;
  for (let k = last; k >= 3; k--) sum = sum * t + 1 / k;
  return sum;
}

import { sampleGamma } from "./sampleGamma.js";

/**
 * `total` events dealt out to places, each event to one of them with these shares, independently of the others. Work grows with
 * the log of the total.
 *
 * @example
 * sampleMultinomial(5, [1, 0], () => 0.5) // [5, 0]
 */
export function sampleMultinomial(total: number, shares: readonly number[], uniform: () => number): number[] {
  // What is still to be shared from each place on, added up from the end so that the last share is the whole of its own.
  const rest = new Float64Array(shares.length);
  for (let i = shares.length - 1, sum = 0; i >= 0; i--) {
    sum += shares[i];
    rest[i] = sum;
  }
  let left = total;
  return shares.map((share, i) => {
    const count = left > 0 && share > 0 ? sampleBinomial(left, share / rest[i], uniform) : 0;
    left -= count;
    return count;
  });
}

/**
 * Splits at the middle of n ordered uniform numbers, which is beta, until few are left.
 *
 * @see Ahrens & Dieter (1974) Computing 12, 223–246
 */
function sampleBinomial(n: number, chance: number, uniform: () => number): number {
  let count = 0;
  let left = n;
  let p = chance;
  while (left > 30 && p < 1) {
    const middle = Math.floor((left + 1) / 2);
    const below = sampleGamma(middle, uniform);
    const split = below / (below + sampleGamma(left + 1 - middle, uniform));
    if (split <= p) {
      count += middle;
      left -= middle;
      p = (p - split) / (1 - split);
    } else {
      left = middle - 1;
      p /= split;
    }
  }
  if (p >= 1) return count + left;
  for (; left > 0; left--) if (uniform() < p) count++;
  return count;
}

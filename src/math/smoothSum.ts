import { panelIntegral } from "./panelIntegral.js";

/** How far apart the points may be at which a function is looked at, and what no longer matters. */
export interface SmoothSumOptions {
  /** Rising; within a stretch between two of them the function is smooth. */
  readonly edges: readonly number[];
  readonly least: number;
}

/**
 * The sum of a function over the whole numbers from `first` to `last`, where it changes slowly from one to the next: its
 * integral, mended at both ends by Euler and Maclaurin's formula for midpoints. Few numbers are added up one by one.
 *
 * @see Abramowitz & Stegun (1964) 23.1.30, 25.4.2
 * @example
 * smoothSum((x) => x, 1, 1000, { edges: [], least: 0 }) // 500500
 */
export function smoothSum(f: (x: number) => number, first: number, last: number, options: SmoothSumOptions): number {
  let sum = 0;
  if (last - first < 300) {
    for (let k = first; k <= last; k++) sum += f(k);
    return sum;
  }
  for (const k of [first, first + 1, last - 1, last]) sum += f(k);
  const [low, high] = [first + 1.5, last - 1.5];
  sum += stretches(f, low, high, options);
  return sum - mendedAt(f, high) + mendedAt(f, low);
}

/** The integral from `low` to `high`, stretch by stretch. */
export function stretches(
  f: (x: number) => number,
  low: number,
  high: number,
  { edges, least }: SmoothSumOptions,
): number {
  const inner = edges.filter((edge) => edge > low && edge < high);
  const all = [low, ...inner, high];
  let sum = 0;
  for (let i = 1; i < all.length; i++) {
    const [from, to] = [all[i - 1], all[i]];
    const [left, right] = [f(from), f(to)];
    // What neither rises nor falls is level, or out of sight.
    sum += left === right ? left * (to - from) : panelIntegral(f, from, to, least);
  }
  return sum;
}

/** What the integral up to a half lacks of the sum: f'/24 - 7 f'''/5760, by differences. */
function mendedAt(f: (x: number) => number, half: number): number {
  const [a, b, c, d] = [-1.5, -0.5, 0.5, 1.5].map((step) => f(half + step));
  return (c - b) / 24 - ((d - 3 * c + 3 * b - a) * 17) / 5760;
}

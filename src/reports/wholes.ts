import { type Granule, grimJoint } from "./grim.js";
import type { Rounding } from "./rounding.js";

/**
 * The wholes, from 1 to `most`, of which all these percentages can be taken, with the parts that print so. `adds` where
 * they are all the parts of the whole, so that the parts must add up to it; `wider` lets each lie so many whole
 * percentage points beyond what prints so.
 *
 * @throws InputError when a text is not a decimal number
 * @see Brown & Heathers (2017) Social Psychological and Personality Science 8, 363–369
 * @example
 * wholes(["69", "64"], { most: 60 }).map((one) => one.n) // [36, 39, 42, 45, 55, 58, 59]
 * @example
 * wholes(["33", "33", "33"], { most: 6, adds: true }) // [{ n: 3, sums: [[1], [1], [1]] }, { n: 6, sums: [[2], [2], [2]] }]
 */
export function wholes(
  printed: readonly string[],
  { most, adds = false, ...options }: { most: number; adds?: boolean; rounding?: Rounding; wider?: number },
): Granule[] {
  return grimJoint(printed, { most, ...options, scale: 100 })
    .map(({ n, sums }) => ({ n, sums: sums.map((some) => some.filter((sum) => sum <= n)) }))
    .filter(({ n, sums }) => {
      if (sums.some((some) => some.length === 0)) return false;
      const least = sums.reduce((total, some) => total + some[0], 0);
      const greatest = sums.reduce((total, some) => total + some[some.length - 1], 0);
      return !adds || (least <= n && n <= greatest);
    });
}

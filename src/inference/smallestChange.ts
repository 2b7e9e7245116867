import { InputError } from "../core/errors.js";
import type { Design, Power, SmallestChange } from "../core/power.js";
import { percent } from "../core/print.js";
import type { Comparison } from "./compare.js";
import { type PowerOptions, powerWith, seen, spreadText } from "./power.js";

/**
 * The change nearest to none that each comparison would still see with the wanted power: the largest ratio below 1 where
 * it goes `towards` less, the smallest above 1 where it goes towards more; to within a thousandth, and within simulation
 * error. Without `ratio` where no change down to a thousandth of the rate, or up to a thousand times, is seen so often.
 *
 * @throws InputError when the wanted power is not between 1 - level and 1, or the design makes no sense
 * @example
 * smallestChange({ before: 7, after: 4, mean: 20, phi: 1 }, [rateRatio("central")], { power: 0.8, towards: "less", level: 0.95, seed: 1, draws: 1000 })[0].reading // "7 periods of 20 events against 4: a fall to 0.637 times the rate would be seen in 80% of cases, a smaller change less often"
 */
export function smallestChange(
  design: Design,
  comparisons: readonly Comparison[],
  { power: wanted, towards, ...options }: PowerOptions & { readonly power: number; readonly towards: "less" | "more" },
): SmallestChange[] {
  if (!(wanted > 1 - options.level && wanted < 1))
    throw new InputError(`smallestChange: power needs a number from ${1 - options.level} to 1, got ${wanted}`);
  return comparisons.map((comparison) => {
    const sees = seen(comparison, options.level);
    const at = (log: number): Power =>
      powerWith({ ...design, ratio: Math.exp(towards === "less" ? -log : log) }, comparison, options, sees);
    const { best, isEnough } = nearest(at, wanted);
    const { ratio, ...rest } = best;
    const start = `${design.before} periods of ${Number(design.mean.toPrecision(3))} events against ${design.after}${spreadText(design.phi)}`;
    const way = towards === "less" ? "fall" : "rise";
    const size = `a ${way} to ${Number(ratio.toPrecision(3))} times the rate`;
    const reading = isEnough
      ? `${start}: ${size} would be seen in ${percent(wanted)} of cases, a smaller change less often`
      : `${start}: no ${way} would be seen in ${percent(wanted)} of cases; at most in ${percent(best.power)}`;
    return { ...rest, towards, wanted, ...(isEnough && { ratio }), reading };
  });
}

/** Goes away from no change until it is seen often enough, then halves what lies between; the same draws at each step. */
function nearest(at: (log: number) => Power, wanted: number): { best: Power; isEnough: boolean } {
  let near = 0;
  let far = 0.05;
  let best = at(far);
  for (let next = best; next.power < wanted; next = at(far)) {
    if (next.power > best.power) best = next;
    if (far > Math.log(1000)) return { best, isEnough: false };
    near = far;
    far *= 1.5;
  }
  best = at(far);
  while (far - near > 5e-4) {
    const middle = (near + far) / 2;
    const next = at(middle);
    if (next.power < wanted) near = middle;
    else {
      far = middle;
      best = next;
    }
  }
  return { best, isEnough: true };
}

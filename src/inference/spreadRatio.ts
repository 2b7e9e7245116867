import type { Interval } from "../core/finding.js";
import { pearson } from "./dispersion.js";
import { quasiPoisson } from "./quasiPoisson.js";
import { rateRatio } from "./rateRatio.js";
import { atRisk, type Stretch, totalOf } from "./test.js";

/**
 * The interval of a ratio of rates that allows for the spread seen inside the two stretches: quasi-Poisson or, where one side
 * has no event and the log ratio no error, the exact one of counts divided by the spread. Undefined where no spread was seen
 * beyond Poisson's and there is no other to give.
 *
 * @see McCullagh & Nelder (1989) Generalized Linear Models, 2nd ed., 198–200
 */
export function spreadRatio(before: Stretch, after: Stretch, level: number): Interval | undefined {
  const [first, last] = [totalOf(before), totalOf(after)];
  if (first.count > 0 && last.count > 0) return quasiPoisson().compare(before, after, level).interval;
  if (first.count + last.count === 0) return undefined;
  const df = atRisk(before).values.length + atRisk(after).values.length - 2;
  const phi = df > 0 ? (pearson(before) + pearson(after)) / df : 1;
  if (!(phi > 1)) return undefined;
  const scaled = ({ count, exposure }: typeof first): Stretch => ({ values: [count / phi], exposure: [exposure] });
  return rateRatio("central").compare(scaled(first), scaled(last), level).interval;
}

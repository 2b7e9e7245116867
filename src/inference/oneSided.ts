import { InputError } from "../core/errors.js";
import { decimals, numbered, withInterval } from "../core/print.js";
import type { Comparison } from "./compare.js";
import type { Outcome, Stretch } from "./test.js";

/** @throws InputError when half the p of a comparison is not the p of a one-sided question */
export function checkOneSided(by: Comparison, verb: string): void {
  if (by.equalTails !== true)
    throw new InputError(
      `${verb}: needs a comparison whose p is twice one tail, such as rateRatio("central"), got ${by.name}`,
    );
}

/**
 * The comparison with the interval of two one-sided questions, and whether it tells a difference at the level itself.
 *
 * @throws InputError when the level is not above 0.5
 */
export function againstMargin(
  by: Comparison,
  before: Stretch,
  after: Stretch,
  level: number,
  verb: string,
): { found: Outcome; differs: boolean; percentage: number } {
  if (!(level > 0.5)) throw new InputError(`${verb}: level needs a number above 0.5, got ${level}`);
  // Without the digits that 1 - 0.95 leaves behind: 0.9, not 0.8999999999999999.
  const wide = Number((1 - 2 * (1 - level)).toPrecision(14));
  const { p = 1, statistic, ...rest } = by.compare(before, after, wide);
  const assumes = [...rest.assumes, "the margin was chosen before looking"];
  return {
    found: { ...rest, level: wide, assumes },
    differs: p < 1 - level,
    percentage: Number((100 * wide).toPrecision(6)),
  };
}

/**
 * The p of each one-sided question about one ratio: half of the two-sided p on the side the counts lie, one less that
 * half on the other, which is from a half up and leaves out the chance of just what came. Nothing where the comparison has no p.
 */
export function marginAt(
  by: Comparison,
  before: Stretch,
  after: Stretch,
  level: number,
  ratio: number,
): { less: number; greater: number } | undefined {
  const exposure = after.exposure.map((one) => one * ratio);
  const { p, estimate = Infinity } = by.compare(before, { ...after, exposure }, level);
  if (p === undefined) return undefined;
  return estimate < 1 ? { less: p / 2, greater: 1 - p / 2 } : { less: 1 - p / 2, greater: p / 2 };
}

/** The estimate with its interval and how sure it is. */
export function boundsText({ n, estimate, interval = [0, null] }: Outcome, percentage: number): string {
  const size = estimate === undefined ? `at least ${decimals(interval[0], 4)}` : withInterval(estimate, interval, 4);
  return `${size} times the rate (${percentage}% interval, ${numbered(n, "event")})`;
}

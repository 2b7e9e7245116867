import { type Day, type Every, nextPeriod } from "./day.js";
import { DataError, InputError } from "./errors.js";
import type { Triangle } from "./triangle.js";
import { checkLayout, periodsOver } from "./triangleOf.js";

/** Counts of each period as they stood on one day; a counted series with the as-of day of its snapshot is one. */
export interface Vintage {
  readonly asOf: Day;
  /** The first day of the first period counted. */
  readonly start: Day;
  readonly values: readonly number[];
  /** The hash of the snapshot it was counted from. */
  readonly from: string;
}

/**
 * The reporting triangle of the same counts taken again and again, one vintage for each period's end. What a vintage has
 * more than the one before is what that delay added; it is below 0 where rows were taken back. Periods over before the
 * first vintage have no known delays and are left out, as many as its `before` says.
 *
 * @throws InputError when there are not two vintages, a period's end has none or two; DataError when one lacks a period
 * @example
 * triangleOfVintages([{ asOf: "2023-01-01", start: "2022-01-01", values: [5], from: "a" }, { asOf: "2024-01-01", start: "2022-01-01", values: [4, 3], from: "b" }], { every: "year", maxDelay: 1 }).counts // [[5, -1], [3, null]]
 */
export function triangleOfVintages(
  vintages: readonly Vintage[],
  { every, maxDelay }: { every: Every; maxDelay: number },
): Triangle {
  if (vintages.length < 2)
    throw new InputError(`triangleOfVintages: needs at least 2 vintages, got ${vintages.length}`);
  const ordered = [...vintages].sort((one, other) => (one.asOf < other.asOf ? -1 : 1));
  for (const { asOf, start } of ordered) checkLayout({ asOf, start, every, maxDelay }, "triangleOfVintages");
  const oldest = [...ordered.map((one) => one.start)].sort()[0];
  const ends = ordered.map(({ asOf, from }) => {
    const last = periodsOver(oldest, every, asOf).at(-1);
    if (last === undefined) throw new InputError(`triangleOfVintages: no ${every} from ${oldest} was over at ${asOf}`);
    return { last, asOf, from };
  });
  checkSteps(ends, every);
  const start = ends[0].last;
  const known = ordered.map((one) => countsOf(one, every));
  const counts = ends.map(({ last }, t) =>
    Array.from({ length: maxDelay + 1 }, (_, d): number | null => {
      if (t + d >= ends.length) return null;
      return (
        countIn(known[t + d], last, ends[t + d].asOf) -
        (d === 0 ? 0 : countIn(known[t + d - 1], last, ends[t + d - 1].asOf))
      );
    }),
  );
  const newest = known[known.length - 1];
  const leftOut = { before: 0, unfinished: 0, beyond: 0 };
  const tops = new Map(
    ends.map(({ last }, t) => [last, known[Math.min(t + maxDelay, known.length - 1)].get(last) ?? 0]),
  );
  for (const [period, n] of newest) {
    const top = tops.get(period);
    if (period < start) leftOut.before += n;
    else if (top === undefined) leftOut.unfinished += n;
    else leftOut.beyond += n - top;
  }
  return {
    every,
    start,
    asOf: ends[ends.length - 1].asOf,
    maxDelay,
    counts,
    leftOut,
    from: ends.map((one) => one.from),
  };
}

function checkSteps(ends: readonly { last: Day; asOf: Day }[], every: Every): void {
  for (let i = 1; i < ends.length; i++) {
    const { last, asOf } = ends[i];
    const due = nextPeriod(ends[i - 1].last, every);
    if (last < due)
      throw new InputError(
        `triangleOfVintages: needs one vintage for the end of the ${every} ${last}, got ${ends[i - 1].asOf} and ${asOf}`,
      );
    if (last > due)
      throw new InputError(`triangleOfVintages: needs a vintage for the end of each ${every}, got none for ${due}`);
  }
}

function countsOf({ start, values, asOf }: Vintage, every: Every): Map<Day, number> {
  const counts = new Map<Day, number>();
  let period = start;
  for (const value of values) {
    if (!Number.isInteger(value) || value < 0)
      throw new DataError(`triangleOfVintages: needs whole numbers from 0, got ${value} (${period} as of ${asOf})`);
    counts.set(period, value);
    period = nextPeriod(period, every);
  }
  return counts;
}

function countIn(counts: ReadonlyMap<Day, number>, period: Day, asOf: Day): number {
  const value = counts.get(period);
  if (value === undefined) throw new DataError(`triangleOfVintages: no count of ${period} as of ${asOf}`);
  return value;
}

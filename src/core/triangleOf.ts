import { type Day, type Every, everies, isDay, nextPeriod, periodOf, periodsIn } from "./day.js";
import { DataError, InputError } from "./errors.js";
import type { Triangle } from "./triangle.js";

/** So many events of one day, first reported on another. */
export interface Reported {
  readonly reference: Day;
  readonly report: Day;
  readonly n: number;
}

/** How a triangle is laid out: its first period, its unit, its longest delay, and the day it is of. */
export interface TriangleOptions {
  readonly start: Day;
  readonly every: Every;
  readonly maxDelay: number;
  readonly asOf: Day;
  readonly from?: readonly string[];
}

/**
 * The reporting triangle of events whose day and day of report are known. A delay is the number of period ends between the
 * two, so a row reported in the period it tells of has delay 0.
 *
 * @throws InputError when the layout cannot be; DataError when a row is no day, no count, or reported before it happened
 * @example
 * triangleOf([{ reference: "2024-01-30", report: "2024-02-01", n: 2 }], { start: "2024-01-01", every: "month", maxDelay: 1, asOf: "2024-03-01" }).counts // [[0, 2], [0, null]]
 */
export function triangleOf(rows: readonly Reported[], options: TriangleOptions): Triangle {
  checkLayout(options, "triangleOf");
  const { start, every, maxDelay, asOf, from = [] } = options;
  const periods = periodsOver(start, every, asOf);
  if (periods.length === 0) throw new InputError(`triangleOf: no ${every} from ${start} was over at ${asOf}`);
  const places = new Map(periods.map((period, i) => [period, i]));
  const counts = periods.map((_, t) =>
    Array.from({ length: maxDelay + 1 }, (_, d): number | null => (t + d < periods.length ? 0 : null)),
  );
  const leftOut = { before: 0, unfinished: 0, beyond: 0 };
  rows.forEach(({ reference, report, n }, i) => {
    checkRow({ reference, report, n }, i);
    const t = places.get(periodOf(reference, every));
    const seen = places.get(periodOf(report, every));
    if (reference < start) leftOut.before += n;
    else if (t === undefined || seen === undefined) leftOut.unfinished += n;
    else if (seen - t > maxDelay) leftOut.beyond += n;
    else counts[t][seen - t] = (counts[t][seen - t] ?? 0) + n;
  });
  return { every, start, asOf, maxDelay, counts, leftOut, from };
}

/** The periods from `start` that were over at the as-of day. */
export function periodsOver(start: Day, every: Every, asOf: Day): Day[] {
  return periodsIn({ since: start, until: asOf }, every).filter((period) => nextPeriod(period, every) <= asOf);
}

/** @throws InputError when a triangle cannot be laid out so */
export function checkLayout({ start, every, maxDelay, asOf }: TriangleOptions, verb: string): void {
  if (!everies.includes(every)) throw new InputError(`${verb}: every needs one of ${everies.join(", ")}, got ${every}`);
  if (!Number.isInteger(maxDelay) || maxDelay < 1)
    throw new InputError(`${verb}: maxDelay needs a whole number from 1, got ${maxDelay}`);
  if (!isDay(asOf)) throw new InputError(`${verb}: asOf needs a day as YYYY-MM-DD, got ${JSON.stringify(asOf)}`);
  if (!isDay(start) || periodOf(start, every) !== start)
    throw new InputError(`${verb}: start needs the first day of a ${every}, got ${JSON.stringify(start)}`);
}

function checkRow({ reference, report, n }: Reported, i: number): void {
  const odd = [reference, report].find((day) => !isDay(day));
  if (odd !== undefined) throw new DataError(`triangleOf: row ${i + 1}: needs days as YYYY-MM-DD, got ${odd}`);
  if (!Number.isInteger(n) || n < 0)
    throw new DataError(`triangleOf: row ${i + 1}: n needs a whole number from 0, got ${n}`);
  if (report < reference)
    throw new DataError(`triangleOf: row ${i + 1}: is of ${reference}, got a report of ${report}, before it`);
}

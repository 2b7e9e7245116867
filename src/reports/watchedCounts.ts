import { type Day, daysIn, type Every, nextPeriod, periodsIn, type Span, sameTimeBefore } from "../core/day.js";
import { DataError, InputError } from "../core/errors.js";
import type { Series } from "../core/panel.js";
import type { Measured } from "../core/report.js";
import type { Snapshot } from "../core/snapshot.js";
import { count } from "../events/count.js";
import { inPeriods } from "../events/inPeriods.js";
import { select } from "../events/select.js";

/** Counts by period over a stretch, exposure in periods; the reason where this snapshot cannot give them. */
export async function countsIn(
  snapshot: Snapshot,
  { where, measure = "events", cannot }: Measured,
  every: Every,
  { since, until }: Span,
): Promise<{ readonly series: Series } | { readonly why: string }> {
  if (cannot !== undefined) return { why: cannot };
  if (typeof measure === "object") return { why: "a share is no count" };
  try {
    const panel = await count(select(select(snapshot, where), { since, until }), { every, measure });
    return { series: inPeriods(panel)[0] };
  } catch (error) {
    if (!(error instanceof InputError || error instanceof DataError)) throw error;
    return { why: error.message.replace(/^\w+: /, "") };
  }
}

/** The part of a stretch whose periods, cut as the stretch cuts them, were over on a day. */
export function overBy(span: Span, every: Every, day: Day): Span {
  const ends = periodsIn(span, every).map((period) => endOf(period, every, span));
  return { since: span.since, until: ends.filter((end) => end <= day).at(-1) ?? span.since };
}

/** The first period of a stretch that is not over on a day, and how much of a whole one it is; nothing after the last. */
export function nextIn(
  span: Span,
  every: Every,
  day: Day,
): { readonly period: Day; readonly exposure: number } | undefined {
  const period = periodsIn(span, every).find((one) => endOf(one, every, span) > day);
  if (period === undefined) return undefined;
  const whole = { since: period, until: nextPeriod(period, every) };
  const since = period > span.since ? period : span.since;
  return { period, exposure: daysIn({ since, until: endOf(period, every, span) }) / daysIn(whole) };
}

/**
 * The same stretch so many years earlier: the same days of the calendar, or for weeks the nearest Mondays to them.
 *
 * @example
 * yearsEarlier({ since: "2024-01-01", until: "2024-01-15" }, "week", 1) // { since: "2023-01-02", until: "2023-01-16" }
 */
export function yearsEarlier({ since, until }: Span, every: Every, years: number): Span {
  return { since: sameTimeBefore(since, years, every), until: sameTimeBefore(until, years, every) };
}

function endOf(period: Day, every: Every, { until }: Span): Day {
  const end = nextPeriod(period, every);
  return end < until ? end : until;
}

import { type Day, daysIn, type Every, nextPeriod, periodsIn, type Span } from "../core/day.js";
import type { Measured } from "../core/report.js";
import type { Snapshot } from "../core/snapshot.js";
import { type Counted, counted } from "./counted.js";

/** Counts by period over a stretch, exposure in periods; the reason where this snapshot cannot give them. */
export async function countsIn(snapshot: Snapshot, measured: Measured, every: Every, span: Span): Promise<Counted> {
  if (measured.cannot === undefined && typeof measured.measure === "object") return { why: "a share is no count" };
  return await counted(snapshot, measured, span, { every });
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

function endOf(period: Day, every: Every, { until }: Span): Day {
  const end = nextPeriod(period, every);
  return end < until ? end : until;
}

import { addDays, type Day, daysIn, type Every, nextPeriod, periodOf, periodsIn, type Span } from "../core/day.js";
import { whyOf } from "../core/errors.js";
import type { Series } from "../core/panel.js";
import type { Question } from "../core/question.js";
import type { Measured } from "../core/report.js";
import type { Snapshot } from "../core/snapshot.js";
import type { Triangle } from "../core/triangle.js";
import { reportingTriangle } from "../events/reportingTriangle.js";
import { select } from "../events/select.js";
import { learn } from "../inference/learn.js";
import { countedIn } from "./answer.js";
import { stretchesOf } from "./criterion.js";
import type { Lateness, SeenPeriod, SeenWindows } from "./flipRisk.js";

/** How late reports come, and of how many events that was learnt; or why nothing tells. */
export type Learnt = { readonly lateness: Lateness; readonly n: number } | { readonly why: string };

/** Events below which the delays of one way of counting are learnt from all that the data set holds. */
const enough = 100;

/** How far back delays are learnt from, in days: publishers' habits change. */
const memory = 730;

/**
 * How late a data set's reports come, in periods of one length, from the days on which its rows were known: those that the
 * criteria mean, or all where these are few.
 */
export async function latenessOf(
  snapshot: Snapshot,
  measured: Measured,
  unit: Every,
  { days, seed, draws }: { days: number; seed: number; draws: number },
): Promise<Learnt> {
  const length = { day: 1, week: 7, month: 30, quarter: 91, year: 365 }[unit];
  const earliest = [snapshot.covers.since, addDays(snapshot.asOf, -memory - days)].sort()[1];
  const start = periodOf(earliest, unit) === earliest ? earliest : nextPeriod(earliest, unit);
  const options = { every: unit, maxDelay: Math.max(1, Math.ceil(days / length)), start };
  try {
    const own = await reportingTriangle(select(snapshot, measured.where), options);
    const isFew = eventsIn(own) < enough;
    const triangle = isFew ? await reportingTriangle({ ...snapshot, where: [] }, options) : own;
    const { ladder, drawn } = learn(triangle, { level: 0.95, seed, draws }, "resolve");
    const lateness = { every: unit, shares: ladder.shares, kept: ladder.kept, drawn };
    return { lateness, n: eventsIn(triangle) };
  } catch (error) {
    return { why: whyOf(error) };
  }
}

/**
 * What is in of each period that a question asks about, with its delay, in the periods that delays are told in.
 *
 * @throws InputError and DataError as `count` does
 */
export async function seenWindows(
  snapshot: Snapshot,
  question: Question,
  measured: Measured,
  { unit, exposure }: { unit: Every; exposure: readonly number[] },
): Promise<SeenWindows> {
  const meant = select(snapshot, measured.where);
  const windows: SeenPeriod[][] = [];
  for (const span of stretchesOf(question)) {
    const series = await countedIn(meant, measured, { every: unit }, span);
    windows.push(periodsOf(series, span, unit, snapshot.asOf, (t) => series.values[t]));
    if (question.criterion.type === "share")
      windows.push(periodsOf(series, span, unit, snapshot.asOf, (t) => series.exposure[t] - series.values[t]));
  }
  return { windows, exposure };
}

function periodsOf(series: Series, span: Span, unit: Every, asOf: Day, seen: (t: number) => number): SeenPeriod[] {
  return periodsIn(span, unit)
    .slice(0, series.values.length)
    .map((period, t) => ({ observed: seen(t), delay: delayOf(period, unit, asOf) }));
}

/**
 * How many periods ago a period ended, the days of the unfinished one as a fraction of it; from -1 to 0 where it is itself
 * the unfinished one.
 *
 * @example
 * delayOf("2024-01-01", "week", "2024-01-15") // 1
 */
export function delayOf(period: Day, unit: Every, asOf: Day): number {
  const last = periodOf(asOf, unit);
  const part = daysIn({ since: last, until: asOf }) / daysIn({ since: last, until: nextPeriod(last, unit) });
  const end = nextPeriod(period, unit);
  return (end > last ? -1 : periodsIn({ since: end, until: last }, unit).length) + part;
}

function eventsIn({ counts }: Triangle): number {
  return counts.flat().reduce((sum: number, one) => sum + (one ?? 0), 0);
}

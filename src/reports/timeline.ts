import { addDays, type Day, daysShared, periodOf, periodsIn, type Span, sameTimeBefore } from "../core/day.js";
import { DataError, InputError } from "../core/errors.js";
import type { Weighing } from "../core/hypothesis.js";
import type { Series } from "../core/panel.js";
import type { Report } from "../core/report.js";
import { type Slice, sliceOf } from "../core/slice.js";
import type { Snapshot } from "../core/snapshot.js";
import { spanBack } from "../core/spanBack.js";
import { count } from "../events/count.js";
import { select } from "../events/select.js";
import { windowOf } from "./figures.js";

/** A zone's counts, exposure in days: earlier years (the latest first), the past, and what is forecast, without values where not seen. */
export interface ZoneCounts {
  readonly zone: string;
  readonly earlier: readonly Slice[];
  readonly past: Slice;
  readonly forecast: Slice;
}

/** What a report's explanations are weighed on, of every zone they name, as far back as the data go. */
export interface CountedZones {
  readonly every: Report["every"];
  readonly since: Day;
  readonly past: Span;
  readonly forecast: Span;
  readonly zones: readonly string[];
  readonly series: ReadonlyMap<string, Series>;
}

/** How many earlier years teach. */
const years = 5;

/** @throws InputError when the report does not say what to weigh on, or the data do not reach; DataError when its windows are not of whole periods */
export async function recordOf(
  report: Report,
  snapshot: Snapshot,
  { isAhead }: { isAhead: boolean },
): Promise<CountedZones & { readonly weighing: Weighing }> {
  const { weighing, every, hypotheses } = report;
  if (weighing === undefined) throw new InputError(`weigh: ${report.id} does not say what to weigh on`);
  if (hypotheses.length < 2) throw new DataError(`weigh: ${report.id} needs 2 hypotheses, got ${hypotheses.length}`);
  const [past, forecast] = [weighing.past, weighing.forecast].map((name) => {
    const window = windowOf(report, name);
    for (const day of [window.since, window.until]) {
      if (periodOf(day, every) !== day) throw new DataError(`weigh: needs a window of whole ${every}s, got ${name}`);
    }
    return window;
  });
  const zones = [...new Set(hypotheses.flatMap((one) => one.supposes.flatMap((effect) => effect.zones)))];
  const zone = [...new Set([...zones, ...Object.values(weighing.placebos ?? {})])];
  const { since } = snapshot.covers;
  const until = isAhead ? past.until : forecast.until;
  const earliest = since < past.since ? firstWhole(since, every) : past.since;
  const panel = await count(select(select(snapshot, weighing.where ?? {}), { zone, since: earliest, until }), {
    every,
    by: ["zone"],
  });
  const series = new Map(panel.map((one) => [one.key["zone"], one]));
  const region = zone.find((name) => !series.has(name));
  if (region !== undefined) throw new DataError(`weigh: ${region} is a region; name its zones one by one`);
  return { every, since: earliest, past, forecast, zones, series, weighing };
}

/** The counts of each zone so many years back, each with as many earlier years as the data cover; undefined where they do not. */
export function countsBack(record: CountedZones, back: number): readonly ZoneCounts[] | undefined {
  const [past, forecast] = [record.past, record.forecast].map((span) => spanBack(span, back, record.every));
  if (past.since < record.since || (back > 0 && forecast.until > record.past.until)) return undefined;
  const blocks: Span[] = [];
  for (let k = 1; k <= years; k++) {
    const block = {
      since: sameTimeBefore(past.since, k, record.every),
      until: sameTimeBefore(past.since, k - 1, record.every),
    };
    if (block.since < record.since) break;
    blocks.push(block);
  }
  return record.zones.map((zone) => {
    const series = record.series.get(zone);
    if (series === undefined) throw new DataError(`weigh: nothing was counted in ${zone}`);
    const seen = sliceOf(series, forecast);
    return {
      zone,
      earlier: blocks.map((block) => sliceOf(series, block)),
      past: sliceOf(series, past),
      forecast: seen.periods.length > 0 ? seen : unseen(forecast, record.every),
    };
  });
}

/** The earlier years that the data cover, past and forecast both over before the real forecast begins, the latest first. */
export function yearsBack(record: CountedZones): readonly (readonly ZoneCounts[])[] {
  const found: (readonly ZoneCounts[])[] = [];
  for (let back = 1; back <= years; back++) {
    const counts = countsBack(record, back);
    if (counts !== undefined) found.push(counts);
  }
  return found;
}

function unseen(span: Span, every: Report["every"]): Slice {
  const periods = periodsIn(span, every);
  return { values: [], exposure: periods.map((first) => daysShared(first, every, span)), periods };
}

function firstWhole(day: Day, every: Report["every"]): Day {
  return periodsIn({ since: day, until: addDays(day, 32) }, every).find((first) => first >= day) ?? day;
}

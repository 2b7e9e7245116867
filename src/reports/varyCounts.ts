import { type Day, type Every, earlierOf, periodOf, type Span } from "../core/day.js";
import { whyOf } from "../core/errors.js";
import type { Series } from "../core/panel.js";
import type { Measured } from "../core/report.js";
import { sliceOf } from "../core/slice.js";
import type { Snapshot } from "../core/snapshot.js";
import { count } from "../events/count.js";
import { inPeriods } from "../events/inPeriods.js";
import { select } from "../events/select.js";
import type { Stretch } from "../inference/test.js";

/** Counts of a stretch in periods, or why there are none. */
export type StretchOrWhy = { readonly stretch: Stretch } | { readonly why: string };

/** What is counted, once for all stretches. */
export interface Counting {
  readonly source: Measured;
  readonly zone: string;
  readonly measure: "events" | "deaths";
  readonly every: Exclude<Every, "day" | "quarter" | "year">;
  /** All stretches that will be asked for. */
  readonly spans: readonly Span[];
}

/**
 * The counts of each stretch. What begins and ends with a period is cut out of one count over all of them; a stretch that
 * cuts a period is counted by itself.
 */
export async function varyCounts(
  snapshot: Snapshot,
  { source, zone, measure, every, spans }: Counting,
): Promise<StretchOrWhy[]> {
  if (source.cannot !== undefined) return spans.map(() => ({ why: source.cannot ?? "" }));
  const meant = select(snapshot, { ...source.where, zone });
  const counted = async ({ since, until }: Span): Promise<Series> => {
    const panel = await count(select(meant, { since, until }), { every, measure });
    return inPeriods(panel)[0];
  };
  const { covers } = snapshot;
  const isCovered = (span: Span): boolean => span.since >= covers.since && span.until <= covers.until;
  const isWhole = (span: Span): boolean =>
    periodOf(span.since, every) === span.since && periodOf(span.until, every) === span.until;
  const within = spans.filter((span) => isCovered(span) && isWhole(span));
  const whole = within.length > 0 ? await orWhy(() => counted(hullOf(within))) : undefined;
  const found: StretchOrWhy[] = [];
  for (const span of spans) {
    if (!isCovered(span)) {
      found.push({
        why: `${snapshot.name} covers ${covers.since} to ${covers.until}, not ${span.since} to ${span.until}`,
      });
    } else {
      const series =
        isWhole(span) && whole !== undefined && !("why" in whole) ? whole : await orWhy(() => counted(span));
      found.push(
        "why" in series
          ? series
          : { stretch: sliceOf(series, { since: periodOf(span.since, every), until: span.until }) },
      );
    }
  }
  return found;
}

function hullOf(spans: readonly Span[]): Span {
  const later = (one: Day, other: Day): Day => (one > other ? one : other);
  return spans.reduce((all, span) => ({
    since: earlierOf(all.since, span.since),
    until: later(all.until, span.until),
  }));
}

/** A count, or what kept this data set from giving it. */
async function orWhy(counted: () => Promise<Series>): Promise<Series | { readonly why: string }> {
  try {
    return await counted();
  } catch (error) {
    return { why: whyOf(error) };
  }
}

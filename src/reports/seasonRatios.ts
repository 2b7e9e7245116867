import type { Span } from "../core/day.js";
import { InputError } from "../core/errors.js";
import type { Interval } from "../core/finding.js";
import { lengthIn } from "../core/lengthIn.js";
import type { Measured, Report } from "../core/report.js";
import type { Snapshot } from "../core/snapshot.js";
import { spanBack } from "../core/spanBack.js";
import { changeOf } from "./changeOf.js";
import { counted } from "./counted.js";
import { windowOf } from "./figures.js";

/** The change between two windows of a report in one year. */
export interface SeasonRatio {
  /** The year in which the later window begins. */
  readonly year: number;
  readonly before: Span;
  readonly after: Span;
  readonly n: number;
  readonly counts: readonly [number, number];
  /** Events per period of the report, before and after. */
  readonly rates: readonly [number, number];
  /** The later rate over the earlier; absent where nothing was counted before. */
  readonly ratio?: number;
  readonly interval: Interval;
  readonly level: number;
}

/** Which windows, and how many years before and after the report's own. */
export interface SeasonOptions {
  readonly before: string;
  readonly after: string;
  readonly back: number;
  readonly ahead: number;
  readonly level: number;
}

/**
 * The same change in other years: the rate in one window of a report over that in another, in the report's own year and in
 * those around it, oldest first. It tells a season from an event: where the rate falls every year, a fall is no news.
 * Weeks are shifted by the nearest whole number of weeks. Years that the snapshot does not cover are left out.
 *
 * @throws InputError when the snapshot can give none of the years, with the reason for the report's own
 */
export async function seasonRatios(
  report: Report,
  measured: Measured,
  snapshot: Snapshot,
  { before, after, back, ahead, level }: SeasonOptions,
): Promise<SeasonRatio[]> {
  const rows: SeasonRatio[] = [];
  let why = "";
  for (let years = back; years >= -ahead; years--) {
    const [first, last] = [before, after].map((name) => spanBack(windowOf(report, name), years, report.every));
    const earlier = await counted(snapshot, measured, first, report);
    const later = await counted(snapshot, measured, last, report);
    if ("why" in earlier || "why" in later) {
      if (years === 0) why = [earlier, later].flatMap((one) => ("why" in one ? one.why : []))[0];
      continue;
    }
    const { n, counts, estimate, interval } = changeOf(earlier.series, later.series, level);
    rows.push({
      year: Number(last.since.slice(0, 4)),
      before: first,
      after: last,
      n,
      counts,
      rates: [counts[0] / lengthIn(earlier.span, report.every), counts[1] / lengthIn(later.span, report.every)],
      ...(estimate !== undefined && { ratio: estimate }),
      interval,
      level,
    });
  }
  if (rows.length === 0) throw new InputError(`seasonRatios: ${why || "no year of those asked for is covered"}`);
  return rows;
}

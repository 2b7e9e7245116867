import type { Day } from "../core/day.js";
import { nextPeriod, periodOf } from "../core/day.js";
import type { Series } from "../core/panel.js";
import type { Episode } from "../core/referenceRate.js";
import type { Report } from "../core/report.js";
import type { ReferenceClass } from "../core/reportClaim.js";
import { stretchOf } from "../inference/test.js";

/** An episode before it is known which of them are counted. */
export type Origin = Omit<Episode, "isCounted">;

/**
 * Every stretch of a series that is long enough, at each origin in turn, with the events before that the class asks for:
 * how deep the drop was and whether a rebound followed. From a drop without any event, any event is a rebound.
 */
export function episodesOf(
  zone: string,
  series: Series,
  { periods, dropAtMost = Infinity, reboundAbove, least }: ReferenceClass,
  { cutoff, every }: Pick<Report, "cutoff" | "every">,
): Origin[] {
  const { before, drop, after } = periods;
  const days = stretchOf(series).periods ?? [];
  const dayOf = (t: number): Day => days[t] ?? nextPeriod(days[days.length - 1], every);
  const close = periodOf(cutoff, every);
  const found: Origin[] = [];
  for (let t = 0; t + before + drop + after <= days.length; t++) {
    const ends = [t, t + before, t + before + drop, t + before + drop + after];
    const counts = [0, 1, 2].map((i) => series.values.slice(ends[i], ends[i + 1]).reduce((sum, one) => sum + one, 0));
    const [first, low, last] = counts;
    if (first < least || first === 0) continue;
    const dropRatio = low / drop / (first / before);
    const reboundRatio = low === 0 ? undefined : last / after / (low / drop);
    found.push({
      zone,
      since: dayOf(ends[0]),
      dropSince: dayOf(ends[1]),
      afterSince: dayOf(ends[2]),
      until: dayOf(ends[3]),
      counts: [first, low, last],
      dropRatio,
      ...(reboundRatio !== undefined && { reboundRatio }),
      rebounded: reboundRatio === undefined ? last > 0 : reboundRatio > reboundAbove,
      isDrop: dropRatio <= dropAtMost,
      isOwn: dayOf(ends[2]) === close,
    });
  }
  return found;
}

/** Those that do not overlap, in each zone the earliest and then the next that begins once it is over. */
export function apart(origins: readonly Origin[]): Origin[] {
  const over = new Map<string, Day>();
  return origins.filter(({ zone, since, until }) => {
    if (since < (over.get(zone) ?? "")) return false;
    over.set(zone, until);
    return true;
  });
}

import type { Interval } from "../core/finding.js";
import type { Series } from "../core/panel.js";
import { decimals, percent, withInterval } from "../core/print.js";
import type { Check, Measured, Report, ReportClaim } from "../core/report.js";
import type { Snapshot } from "../core/snapshot.js";
import type { Verdict } from "../core/verdict.js";
import { powerOfRatio } from "../inference/power.js";
import { quasiPoisson } from "../inference/quasiPoisson.js";
import { rateRatio } from "../inference/rateRatio.js";
import { totalOf } from "../inference/test.js";
import { tippingPhi } from "../inference/tippingPhi.js";
import { cannotCompare, counted, dataOf, type Head } from "./counted.js";
import { figureOf, windowOf } from "./figures.js";

/** A printed change beside the same change counted in a snapshot. */
export async function ratioVerdict(
  report: Report,
  { id, at, label, says }: ReportClaim,
  check: Extract<Check, { type: "ratio" }>,
  [first, last]: readonly [Measured, Measured],
  snapshot: Snapshot,
  level: number,
): Promise<Verdict> {
  const before = figureOf(report, check.before);
  const after = figureOf(report, check.after);
  const earlier = await counted(snapshot, first, windowOf(report, before.window));
  const later = await counted(snapshot, last, windowOf(report, after.window));
  const proxy = first.proxy ?? last.proxy;
  const head: Head = {
    id: `${id}/${first.on}/${first.label}`,
    by: "reproduce",
    at,
    label: `${label}: ${first.label}`,
    says,
    data: dataOf(snapshot),
    ...(proxy !== undefined && { proxy }),
  };
  if ("why" in earlier || "why" in later) return cannotCompare(head, first, earlier, later);
  const change = changeOf(earlier.series, later.series, level);
  const printed = Number(after.printed) / Number(before.printed);
  const power = percent(powerOfRatio({ n: change.n, odds: change.odds, ratio: printed, level }));
  const isInside = holds(change.interval, printed);
  return {
    ...head,
    verdict: !isInside ? "differs" : holds(change.interval, 1) ? "uncertain" : "agrees",
    n: change.n,
    scale: "ratio",
    counts: change.counts,
    ...(change.estimate !== undefined && { estimate: change.estimate }),
    interval: change.interval,
    level,
    reading: `${first.label}: ${change.reading}; the report's ${printed.toFixed(2)} is ${isInside ? "within" : "outside"} ${
      isInside && holds(change.interval, 1) ? "the interval, and so is no change" : "the interval"
    }`,
    couldFail: `yes: had the rate changed as printed, no change would be ruled out in ${power} of such counts if they are Poisson`,
  };
}

/** A change between two stretches, in months. */
interface Change {
  readonly n: number;
  readonly counts: readonly [number, number];
  /** Later over earlier exposure. */
  readonly odds: number;
  /** Absent without events on both sides. */
  readonly estimate?: number;
  readonly interval: Interval;
  readonly reading: string;
}

/** A change between two stretches, with the wider of the exact interval and the one that allows for the spread seen. */
export function changeOf(before: Series, after: Series, level: number): Change {
  const first = totalOf(before);
  const last = totalOf(after);
  const odds = last.exposure / first.exposure;
  const counts = [first.count, last.count] as const;
  const head = `${last.count} in ${last.exposure} months after ${first.count} in ${first.exposure}`;
  if (first.count === 0 || last.count === 0) {
    return {
      n: first.count + last.count,
      counts,
      odds,
      interval: [0, null],
      reading: `${head}: no ratio`,
    };
  }
  const exact = rateRatio("central").compare(before, after, level);
  const quasi = quasiPoisson().compare(before, after, level);
  const tipping = tippingPhi().compare(before, after, level).reading;
  const { estimate = 0, interval: narrow = [0, null] } = exact;
  const wide = quasi.interval ?? narrow;
  const high = narrow[1] === null || wide[1] === null ? null : Math.max(narrow[1], wide[1]);
  const interval: Interval = [Math.min(narrow[0], wide[0]), high];
  const poisson = `[${decimals(narrow[0], 4)}, ${decimals(narrow[1], 4)}] if Poisson`;
  const spread = quasi.interval === undefined ? "if Poisson, no spread seen" : `with the spread seen, ${poisson}`;
  const reading = `${head}: ${withInterval(estimate, interval, 4)} times the rate ${spread}; ${tipping}`;
  return { n: exact.n, counts, odds, estimate, interval, reading };
}

/** Whether an interval holds a value. */
export function holds([low, high]: Interval, value: number): boolean {
  return value >= low && (high === null || value <= high);
}

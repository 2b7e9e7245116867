import type { Interval } from "../core/finding.js";
import type { Series } from "../core/panel.js";
import { percent, withInterval } from "../core/print.js";
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
  { id, at, says }: ReportClaim,
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
    id: `${id}/${first.on}`,
    by: "reproduce",
    at,
    says,
    data: dataOf(snapshot),
    ...(proxy !== undefined && { proxy }),
  };
  if ("why" in earlier || "why" in later) return cannotCompare(head, first, earlier, later);
  const change = changeOf(earlier.series, later.series, level);
  const printed = Number(after.printed) / Number(before.printed);
  const power = percent(powerOfRatio({ n: change.n, odds: change.odds, ratio: printed, level }));
  const isInside = holds(change.widest, printed);
  return {
    ...head,
    verdict: !isInside ? "differs" : holds(change.widest, 1) ? "uncertain" : "agrees",
    n: change.n,
    estimate: change.estimate,
    interval: change.interval,
    level,
    reading: `${first.label}: ${change.reading}; the report's ${printed.toFixed(2)} is ${isInside ? "within" : "outside"} ${
      isInside && holds(change.widest, 1) ? "the interval, and so is no change" : "the interval"
    }`,
    couldFail: `yes: had the rate changed as printed, no change would be ruled out in ${power} of such counts if they are Poisson`,
  };
}

/** A change between two stretches with its exact interval, and the wider of it and the one that allows for overdispersion. */
export function changeOf(
  before: Series,
  after: Series,
  level: number,
): { n: number; odds: number; estimate: number; interval: Interval; widest: Interval; reading: string } {
  const first = totalOf(before);
  const last = totalOf(after);
  const odds = last.exposure / first.exposure;
  const head = `${last.count} in ${last.exposure} months after ${first.count} in ${first.exposure}`;
  if (first.count === 0 || last.count === 0) {
    return {
      n: first.count + last.count,
      odds,
      estimate: 0,
      interval: [0, null],
      widest: [0, null],
      reading: `${head}: no ratio`,
    };
  }
  const exact = rateRatio("central").compare(before, after, level);
  const quasi = quasiPoisson().compare(before, after, level);
  const tipping = tippingPhi().compare(before, after, level).reading;
  const { estimate = 0, interval = [0, null] } = exact;
  const wide = quasi.interval ?? [0, null];
  return {
    n: exact.n,
    odds,
    estimate,
    interval,
    widest: [
      Math.min(interval[0], wide[0]),
      interval[1] === null || wide[1] === null ? null : Math.max(interval[1], wide[1]),
    ],
    reading: `${head}: ${withInterval(estimate, interval, 4)} times the rate if Poisson, ${withInterval(estimate, wide, 2)} with the spread seen; ${tipping}`,
  };
}

/** Whether an interval holds a value. */
export function holds([low, high]: Interval, value: number): boolean {
  return value >= low && (high === null || value <= high);
}

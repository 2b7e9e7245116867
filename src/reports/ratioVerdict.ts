import type { Interval } from "../core/finding.js";
import { percent } from "../core/print.js";
import type { Measured, Report } from "../core/report.js";
import type { Check, ReportClaim } from "../core/reportClaim.js";
import type { Snapshot } from "../core/snapshot.js";
import type { Verdict } from "../core/verdict.js";
import { changeOf, countedAs, easeOf, howOfChange, numbersOf, powerOfChange } from "./changeOf.js";
import { cannotCompare, claimHead, counted } from "./counted.js";
import { figureOf, windowOf } from "./figures.js";

/** A printed change beside the same change counted in a snapshot. */
export async function ratioVerdict(
  report: Report,
  claim: ReportClaim,
  check: Extract<Check, { type: "ratio" }>,
  [first, last]: readonly [Measured, Measured],
  snapshot: Snapshot,
  level: number,
): Promise<Verdict> {
  const before = figureOf(report, check.before);
  const after = figureOf(report, check.after);
  const earlier = await counted(snapshot, first, windowOf(report, before.window), report);
  const later = await counted(snapshot, last, windowOf(report, after.window), report);
  const head = claimHead(claim, { ...first, proxy: first.proxy ?? last.proxy }, snapshot);
  if ("why" in earlier || "why" in later) return cannotCompare(head, first, earlier, later);
  const change = changeOf(earlier.series, later.series, level);
  const printed = Number(after.printed) / Number(before.printed);
  const power = powerOfChange(change, 0.5, level);
  const isInside = holds(change.interval, printed);
  return {
    ...head,
    verdict: !isInside ? "differs" : holds(change.interval, 1) ? "uncertain" : "agrees",
    ...numbersOf(change, level),
    reading: `${first.label}: ${change.reading}; the report's ${printed.toFixed(2)} is ${isInside ? "within" : "outside"} ${
      isInside && holds(change.interval, 1) ? "the interval, and so is no change" : "the interval"
    }`,
    couldFail: `${easeOf(power)}: a halving would be told from no change in about ${percent(power)} of so many events with this spread`,
    power: { chance: power, of: "a halving" },
    how: `${countedAs(earlier.series)} in the figures' windows, compared by ${howOfChange}`,
  };
}

/** Whether an interval holds a value. */
export function holds([low, high]: Interval, value: number): boolean {
  return value >= low && (high === null || value <= high);
}

import type { Interval } from "../core/finding.js";
import { percent } from "../core/print.js";
import type { Report } from "../core/report.js";
import type { Check, ReportClaim } from "../core/reportClaim.js";
import type { Verdict } from "../core/verdict.js";
import { changeOf, countedAs, easeOf, howOfChange, numbersOf, powerOfChange } from "./changeOf.js";
import type { ChangeSeen } from "./changeSeen.js";
import { cannotCompare, claimHead } from "./counted.js";
import { figureOf } from "./figures.js";

/** A printed change beside the same change counted in a snapshot. */
export function ratioVerdict(
  report: Report,
  claim: ReportClaim,
  check: Extract<Check, { type: "ratio" }>,
  { measured: [first, last], snapshot, earlier, later }: ChangeSeen,
  level: number,
): Verdict {
  const before = figureOf(report, check.before);
  const after = figureOf(report, check.after);
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

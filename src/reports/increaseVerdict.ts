import { type Span, yearsBefore } from "../core/day.js";
import { decimals, percent } from "../core/print.js";
import type { Measured, Report } from "../core/report.js";
import type { Check, ReportClaim } from "../core/reportClaim.js";
import type { Snapshot } from "../core/snapshot.js";
import type { Verdict } from "../core/verdict.js";
import { totalOf } from "../inference/test.js";
import { changeOf, numbersOf, powerOfChange } from "./changeOf.js";
import { cannotCompare, counted, dataOf, type Head } from "./counted.js";
import { windowOf } from "./figures.js";

/** How many earlier years say what is usual for the season. */
const years = 5;

/** Whether the increase that an indicator waits for came, and whether the same months usually bring one. */
export async function increaseVerdict(
  report: Report,
  { id, at, label }: ReportClaim,
  check: Extract<Check, { type: "increase" }>,
  measured: Measured,
  snapshot: Snapshot,
  level: number,
): Promise<Verdict> {
  const first = windowOf(report, check.before);
  const last = windowOf(report, check.after);
  const earlier = await counted(snapshot, measured, first);
  const later = await counted(snapshot, measured, last);
  const head: Head = {
    id: `${id}/${measured.on}/${measured.label}`,
    by: "reproduce",
    at,
    label: `${label}: ${measured.label}`,
    says: check.asks,
    data: dataOf(snapshot),
    ...(measured.proxy !== undefined && { proxy: measured.proxy }),
  };
  if ("why" in earlier || "why" in later) return cannotCompare(head, measured, earlier, later);
  const change = changeOf(earlier.series, later.series, level);
  const [low, high] = change.interval;
  const power = percent(powerOfChange(change, 1.5, level));
  return {
    ...head,
    verdict: low > 1 ? "holds" : high !== null && high < 1 ? "fails" : "uncertain",
    ...numbersOf(change, level),
    reading: `${measured.label}: ${change.reading}${await usual(snapshot, measured, first, last)}`,
    couldFail: `yes: an increase by half would be told from none in about ${power} of so many events with this spread`,
  };
}

async function usual(snapshot: Snapshot, measured: Measured, first: Span, last: Span): Promise<string> {
  const ratios: number[] = [];
  for (let back = 1; back <= years; back++) {
    const [earlier, later] = [
      await counted(snapshot, measured, shifted(first, back)),
      await counted(snapshot, measured, shifted(last, back)),
    ];
    if ("why" in earlier || "why" in later) continue;
    const [one, two] = [totalOf(earlier.series), totalOf(later.series)];
    if (one.count > 0) ratios.push(two.count / two.exposure / (one.count / one.exposure));
  }
  if (ratios.length === 0) return "; no earlier year to say what is usual";
  const sorted = [...ratios].sort((a, b) => a - b);
  const ups = ratios.filter((ratio) => ratio > 1).length;
  return `; the same months of the ${ratios.length} years before rose in ${ups} (ratios ${sorted.map((ratio) => decimals(ratio, 2)).join(", ")})`;
}

function shifted({ since, until }: Span, years: number): Span {
  return { since: yearsBefore(since, years), until: yearsBefore(until, years) };
}

import { InputError } from "../core/errors.js";
import { decimals, percent } from "../core/print.js";
import type { Measured, Report } from "../core/report.js";
import type { Check, ReportClaim } from "../core/reportClaim.js";
import type { Snapshot } from "../core/snapshot.js";
import type { Verdict } from "../core/verdict.js";
import { changeOf, countedAs, easeOf, howOfChange, numbersOf, powerOfChange } from "./changeOf.js";
import { cannotCompare, claimHead, counted } from "./counted.js";
import { windowOf } from "./figures.js";
import { type SeasonRatio, seasonRatios } from "./seasonRatios.js";

/** How many earlier years say what is usual for the season. */
const years = 5;

/** Whether the increase that an indicator waits for came, and whether the same stretches of earlier years brought one. */
export async function increaseVerdict(
  report: Report,
  claim: ReportClaim,
  check: Extract<Check, { type: "increase" }>,
  measured: Measured,
  snapshot: Snapshot,
  level: number,
): Promise<Verdict> {
  const earlier = await counted(snapshot, measured, windowOf(report, check.before), report);
  const later = await counted(snapshot, measured, windowOf(report, check.after), report);
  const head = { ...claimHead(claim, measured, snapshot), says: check.asks };
  if ("why" in earlier || "why" in later) return cannotCompare(head, measured, earlier, later);
  const change = changeOf(earlier.series, later.series, level);
  const [low, high] = change.interval;
  const power = powerOfChange(change, 1.5, level);
  const past = await pastOf(report, check, measured, snapshot, level);
  return {
    ...head,
    verdict: low > 1 ? "holds" : high !== null && high < 1 ? "fails" : "uncertain",
    ...numbersOf(change, level),
    reading: `${measured.label}: ${change.reading}${usual(past, report)}`,
    couldFail: `${easeOf(power)}: an increase by half would be told from none in about ${percent(power)} of so many events with this spread`,
    power: { chance: power, of: "a rise by half" },
    how: `${countedAs(earlier.series)} in both windows, compared by ${howOfChange}`,
  };
}

async function pastOf(
  report: Report,
  { before, after }: Extract<Check, { type: "increase" }>,
  measured: Measured,
  snapshot: Snapshot,
  level: number,
): Promise<readonly SeasonRatio[]> {
  try {
    const rows = await seasonRatios(report, measured, snapshot, { before, after, back: years, ahead: -1, level });
    return rows.filter((one) => one.ratio !== undefined);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return [];
  }
}

function usual(past: readonly SeasonRatio[], { every }: Report): string {
  if (past.length === 0) return "; no earlier year to say what is usual";
  const sorted = past.map((one) => one.ratio ?? 0).sort((a, b) => a - b);
  const ups = sorted.filter((ratio) => ratio > 1).length;
  return `; the same ${every}s of the ${past.length} years before rose in ${ups} (ratios ${sorted.map((ratio) => decimals(ratio, 2)).join(", ")})`;
}

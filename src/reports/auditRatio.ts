import { earlierOf, nextPeriod } from "../core/day.js";
import type { Interval } from "../core/finding.js";
import { decimals, percent, withInterval } from "../core/print.js";
import type { Figure, Report } from "../core/report.js";
import type { Check, ReportClaim } from "../core/reportClaim.js";
import type { Verdict } from "../core/verdict.js";
import { powerOfRatio } from "../inference/powerOfRatio.js";
import { rateRatio } from "../inference/rateRatio.js";
import { tippingPhi } from "../inference/tippingPhi.js";
import { canPrint, fitting, meansOf } from "./auditMeans.js";
import { figureOf, monthsIn, printOf, windowOf } from "./figures.js";
import { fitsWord } from "./words.js";

/** One way to read two printed figures as counts and months. */
export interface Reading {
  readonly label: string;
  readonly before: { readonly count: number; readonly months: number };
  readonly after: { readonly count: number; readonly months: number };
  readonly ratio: number;
  readonly interval: Interval;
  readonly fits: boolean;
  /** Whether the months it needs had begun when the report closed. */
  readonly possible: boolean;
}

/**
 * Whether a word for a change ("nearly halved") fits the printed means, and whether it still does under every number of
 * months that could lie behind them and had begun when the report closed.
 */
export function auditRatio(
  report: Report,
  { id, at, label, says }: ReportClaim,
  check: Extract<Check, { type: "ratio" }>,
  level: number,
): Verdict {
  const all = readingsOf(report, check, level);
  const readings = all.filter((one) => one.possible);
  const [printed] = readings;
  const isClear = readings.every(({ interval: [low, high] }) => low > 1 || (high !== null && high < 1));
  const holdsUnder = readings.filter((one) => one.fits).length;
  const n = printed.before.count + printed.after.count;
  const phi = tippingPhi().compare(stretch(printed.before), stretch(printed.after), level).reading;
  const odds = printed.after.months / printed.before.months;
  const power = powerOfRatio({ n, odds, ratio: 0.5, level });
  const { before, after } = printed;
  return {
    id,
    by: "audit",
    at,
    label: `${label}, as printed`,
    says,
    scale: "ratio",
    data: printOf(report),
    n,
    level,
    verdict: !printed.fits ? "fails" : isClear && holdsUnder === readings.length ? "holds" : "uncertain",
    ...(Number.isFinite(printed.ratio) && { estimate: printed.ratio }),
    interval: printed.interval,
    counts: [before.count, after.count],
    under: all.slice(1).map(({ label: name, ratio, interval, fits, possible }) => ({
      label: name,
      estimate: ratio,
      interval,
      fits,
      possible,
    })),
    reading: [
      `about ${before.count} in ${before.months} months, then ${after.count} in ${after.months}: ${withInterval(printed.ratio, printed.interval, 4)} times the rate`,
      `"${check.word}" fits ${holdsUnder} of ${readings.length} possible readings of the months`,
      phi,
    ].join("; "),
    couldFail: `yes: a halving would be told from no change in ${percent(power)} of so many events if they are Poisson`,
  };
}

/** The claim's counts as printed, then under each number of months that fits all printed means of its windows. */
export function readingsOf(
  report: Report,
  check: Extract<Check, { type: "ratio" }>,
  level: number,
): readonly Reading[] {
  const before = figureOf(report, check.before);
  const after = figureOf(report, check.after);
  const first = windowOf(report, before.window);
  const last = windowOf(report, after.window);
  const months = { before: monthsIn(first), after: monthsIn(last) };
  const read = (label: string, nBefore: number, nAfter: number, possible: boolean, exposure = nAfter): Reading => {
    const one = { count: sumOf(before, nBefore), months: nBefore };
    const two = { count: sumOf(after, nAfter), months: exposure };
    const { estimate = Infinity, interval = [0, null] } = rateRatio("central").compare(
      stretch(one),
      stretch(two),
      level,
    );
    return {
      label,
      before: one,
      after: two,
      ratio: estimate,
      interval,
      fits: fitsWord(estimate, check.word),
      possible,
    };
  };
  const readings = [read("as printed", months.before, months.after, true)];
  const printed = meansOf(report, before.window).map((one) => one.printed);
  if (before.what === "count" || canPrint(printed, months.before)) return readings;
  for (const { n } of fitting(report, before.window).filter((one) => one.n <= 12)) {
    const boundary = monthsAfter(first.since, n);
    const exposure = monthsIn({
      since: boundary,
      until: earlierOf(monthsAfter(boundary, months.after), report.cutoff),
    });
    const had = exposure > months.after - 1;
    const isCut = had && exposure < months.after;
    const words = `${n} and ${isCut ? decimals(exposure, 2) : months.after} months`;
    const label = isCut ? `${words}, cut where the report closes` : had ? words : `${words}, which run past the close`;
    readings.push(read(label, n, months.after, had, had ? exposure : months.after));
  }
  return readings;
}

function sumOf({ what, printed }: Figure, months: number): number {
  return what === "count" ? Number(printed) : Math.round(Number(printed) * months);
}

function stretch({ count, months }: { count: number; months: number }): { values: number[]; exposure: number[] } {
  return { values: [count], exposure: [months] };
}

function monthsAfter(day: string, months: number): string {
  let at = day;
  for (let i = 0; i < months; i++) at = nextPeriod(at, "month");
  return at;
}

import { decimals, numbered, percent, withInterval } from "../core/print.js";
import type { Report } from "../core/report.js";
import type { Check, ReportClaim } from "../core/reportClaim.js";
import type { Matter, Verdict } from "../core/verdict.js";
import { powerOfRatio } from "../inference/powerOfRatio.js";
import { rateRatio } from "../inference/rateRatio.js";
import { tippingMissing } from "../inference/tippingMissing.js";
import { tippingPhi } from "../inference/tippingPhi.js";
import { figureOf } from "./figures.js";
import { headOf } from "./headOf.js";
import { type Reading, readingsOf, stretchOf } from "./readings.js";
import { perOf } from "./stretches.js";

/** Counts of violence by month often vary so many times more than Poisson counts: below it a clear change is doubtful. */
const usualPhi = 4;

/**
 * Whether a word for a change ("nearly halved") fits the printed means, whether it still does under every other way to read
 * them that the calendar allows, and what it takes for the change to stop being clear.
 */
export function auditRatio(
  report: Report,
  claim: ReportClaim,
  check: Extract<Check, { type: "ratio" }>,
  level: number,
): Verdict {
  const all = readingsOf(report, check, level);
  const readings = all.filter((one) => one.possible);
  if (readings.length === 0) return nothing(report, claim);
  const [printed] = readings;
  const { before, after, range } = printed;
  const per = perOf(report, figureOf(report, check.before));
  const holdsUnder = readings.filter((one) => one.fits).length;
  const holds = readings.every((one) => one.fitsAll && isClear(one));
  const verdict = !printed.fits ? "fails" : holds ? "holds" : "uncertain";
  const n = before.count + after.count;
  const power = powerOfRatio({ n, odds: after.periods / before.periods, ratio: 0.5, level });
  const phi = tippingPhi().compare(stretchOf(before), stretchOf(after), level);
  const isOpen = range[0] < range[1] && readings.some((one) => !one.fitsAll);
  return {
    ...headOf(report, claim),
    scale: "ratio",
    n,
    level,
    verdict,
    ...(Number.isFinite(printed.ratio) && { estimate: printed.ratio }),
    interval: printed.interval,
    counts: [before.count, after.count],
    under: all.slice(1).map(({ label, ratio, interval, fits, possible }) => ({
      ...{ label, estimate: ratio, interval, fits, possible },
    })),
    reading: [
      `about ${before.count} in ${shown(before.periods)} ${per}s, then ${after.count} in ${shown(after.periods)}: ${withInterval(printed.ratio, printed.interval, 4)} times the rate`,
      `"${check.word}" fits ${holdsUnder} of ${readings.length} possible readings of the ${per}s and their rounding`,
      ...(isOpen ? [`counts that print so give ${decimals(range[0], 4)} to ${decimals(range[1], 4)}`] : []),
      phi.reading,
      ...missing(printed, level),
    ].join("; "),
    couldFail: `yes: a halving would be told from no change in ${percent(power)} of so many events if they are Poisson`,
    how: "Exact conditional interval of a ratio of two Poisson rates, counts taken back from the printed means; the same under each number of periods and rule of rounding that fits all means of the windows (GRIM); tipping points of dispersion and of missing events",
    matters: matterOf(readings, phi.estimate),
  };
}

function nothing(report: Report, claim: ReportClaim): Verdict {
  return {
    ...headOf(report, claim),
    verdict: "not scoreable",
    n: 0,
    reading: "no event before and none after",
    couldFail: "no: nothing has no ratio to nothing",
    how: "Counts taken back from the printed means",
    matters: { weight: "medium", why: "a change is claimed where nothing was counted" },
  };
}

function isClear({ interval: [low, high] }: Reading): boolean {
  return low > 1 || (high !== null && high < 1);
}

function shown(periods: number): string {
  return Number.isInteger(periods) ? `${periods}` : decimals(periods, 2);
}

/** How many later events would have to be missing for a clear fall to stop being clear. */
function missing(printed: Reading, level: number): string[] {
  if (!isClear(printed) || printed.ratio > 1) return [];
  const by = tippingMissing(rateRatio("central"));
  const { estimate } = by.compare(stretchOf(printed.before), stretchOf(printed.after), level);
  return estimate === undefined ? [] : [`or when ${numbered(estimate, "later event")} were missed`];
}

function matterOf(readings: readonly Reading[], phi: number | undefined): Matter {
  const [printed] = readings;
  if (!printed.fits) return { weight: "high", why: "the word does not fit the numbers printed beside it" };
  if (!isClear(printed)) return { weight: "high", why: "no change at all cannot be ruled out" };
  if (readings.some((one) => !one.fits))
    return {
      weight: "high",
      why: "impossible means stand behind it, and under a possible reading its word does not fit",
    };
  if (readings.some((one) => !isClear(one) || !one.fitsAll))
    return { weight: "medium", why: "it holds for some of the counts that print so, and not for all" };
  if (phi !== undefined && phi < usualPhi)
    return {
      weight: "medium",
      why: `the change is clear only while the variance stays below ${decimals(phi, 1)} times the mean`,
    };
  return { weight: "low", why: "the word fits, and the change is clear" };
}

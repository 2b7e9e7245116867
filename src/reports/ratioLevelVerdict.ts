import type { Interval } from "../core/finding.js";
import { lengthIn } from "../core/lengthIn.js";
import { decimals, percent, withInterval } from "../core/print.js";
import type { Report } from "../core/report.js";
import type { Check, ReportClaim } from "../core/reportClaim.js";
import type { Verdict, Word } from "../core/verdict.js";
import { rateRatio } from "../inference/rateRatio.js";
import { totalOf } from "../inference/test.js";
import { changeOf, countedAs, easeOf } from "./changeOf.js";
import type { ChangeSeen } from "./changeSeen.js";
import { cannotCompare, claimHead } from "./counted.js";
import { figureOf } from "./figures.js";
import { type PrintedSum, printedSum } from "./printedValues.js";
import { ratioOfRatios } from "./ratioOfRatios.js";
import { holds } from "./ratioVerdict.js";

/**
 * How much a source counts apart from how it moves: its mean over the printed mean, before and after, and its change over
 * the printed change. Sources count differently, so that a level may differ where the change does not.
 */
export function ratioLevelVerdict(
  report: Report,
  claim: ReportClaim,
  check: Extract<Check, { type: "ratio" }>,
  { measured: [first, last], snapshot, earlier, later }: ChangeSeen,
  level: number,
): Verdict {
  const figures = [figureOf(report, check.before), figureOf(report, check.after)];
  const own = claimHead(claim, { ...first, proxy: first.proxy ?? last.proxy }, snapshot);
  const head = { ...own, id: `${own.id}/level`, label: `${own.label}, level and change` };
  const [before, after] = figures.map((figure) => printedSum(report, figure));
  if (before === undefined || after === undefined || typeof first.measure === "object") {
    return cannotCompare(head, first, { why: "a share or words have no level beside their change" });
  }
  if ("why" in earlier || "why" in later) return cannotCompare(head, first, earlier, later);
  const exposures = [earlier, later].map(({ span }, i) => lengthIn(span, unitOf(report, figures[i])));
  const [a, b] = [earlier, later].map(({ series }) => totalOf(series).count);
  if (a + b === 0) return cannotCompare(head, first, { why: "nothing was counted on either side" });
  const levels = [
    levelOf({ count: a, exposure: exposures[0] }, before, level),
    levelOf({ count: b, exposure: exposures[1] }, after, level),
  ];
  const offset = exposures[1] / exposures[0] / (after.exposure / before.exposure);
  const change = changeOf(earlier.series, later.series, level);
  const df = earlier.series.values.length + later.series.values.length - 2;
  const found = ratioOfRatios([a, b], [before.count, after.count], { offset, level, phi: change.phi, df });
  const isApart = !holds(found.interval, 1);
  const verdict: Word = isApart ? "differs" : holds(change.interval, 1) ? "uncertain" : "agrees";
  const factor = levels[1].factor / levels[0].factor;
  const [one, two] = levels.map(({ text }) => text);
  return {
    ...head,
    verdict,
    n: a + b,
    counts: [a, b],
    scale: "ratio of ratios",
    ...(Number.isFinite(factor) && { estimate: factor }),
    interval: found.interval,
    level,
    reading: `${first.label}: the source counts ${one} times as many before, ${two} after: ${conclusion(levels, verdict)}; its change is ${sizeOf(factor, found.interval)} times the printed one`,
    couldFail: `${easeOf(found.power)}: a change half or twice the printed one would be told from it in about ${percent(found.power)} of such totals with this spread`,
    power: { chance: found.power, of: "half the change" },
    how: `${countedAs(earlier.series)} against the printed figures as sums (${before.count} and ${after.count}, rounded): levels by the exact ratio of two Poisson rates, change over change by the exact odds ratio of the four counts, widened to the spread seen in the source`,
  };
}

interface Level {
  /** The mean counted over the mean printed; infinite or not a number where 0 was printed. */
  readonly factor: number;
  readonly interval: Interval;
  readonly text: string;
}

function levelOf(counted: Omit<PrintedSum, "mean">, printed: PrintedSum, level: number): Level {
  const stretch = ({ count, exposure }: typeof counted) => ({ values: [count], exposure: [exposure] });
  const factor = counted.count / counted.exposure / printed.mean;
  if (counted.count + printed.count === 0) return { factor, interval: [0, null], text: "(nothing on either side)" };
  const { interval = [0, null] } = rateRatio("central").compare(stretch(printed), stretch(counted), level);
  return { factor, interval, text: sizeOf(factor, interval) };
}

function sizeOf(value: number, interval: Interval): string {
  return Number.isFinite(value) ? withInterval(value, interval, 2) : `at least ${decimals(interval[0], 2)}`;
}

function conclusion(levels: readonly Level[], verdict: Word): string {
  const apart = levels.filter(({ interval }) => !holds(interval, 1)).length;
  const level = ["neither level clearly differs", "one level differs", "levels differ"][apart];
  if (verdict === "uncertain") return `${level}; of the change it cannot tell, as no change is in its interval too`;
  if (verdict === "agrees")
    return apart === 0 ? "neither level nor change clearly differs" : `${level}, the change does not`;
  return apart === 2 ? "level and change both differ" : `${level}, the change differs`;
}

function unitOf(report: Report, { what, per }: Report["figures"][number]): Report["every"] {
  return what === "mean" ? (per ?? report.every) : report.every;
}

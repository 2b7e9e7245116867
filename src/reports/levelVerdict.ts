import type { Interval } from "../core/finding.js";
import { lengthIn } from "../core/lengthIn.js";
import type { Series } from "../core/panel.js";
import { decimals, numbered, percent, withInterval } from "../core/print.js";
import type { Figure, Measured, Report } from "../core/report.js";
import type { Snapshot } from "../core/snapshot.js";
import type { Verdict } from "../core/verdict.js";
import { share } from "../inference/share.js";
import { totalOf } from "../inference/test.js";
import { countedAs, unitOf } from "./changeOf.js";
import { cannotCompare, counted, dataOf, type Head } from "./counted.js";
import { windowOf } from "./figures.js";
import { printedValues } from "./printedValues.js";
import { rateIn } from "./rateIn.js";

/** A printed figure (mean, count, share, or quantity in words) beside the same figure counted in a snapshot. */
export async function levelVerdict(
  report: Report,
  figure: Figure,
  measured: Measured,
  snapshot: Snapshot,
  level: number,
): Promise<Verdict> {
  const per = figure.what === "mean" ? ` a ${figure.per ?? report.every}` : "";
  const head: Head = {
    id: `${figure.id}/${measured.on}/${measured.label}`,
    by: "reproduce",
    at: figure.at,
    data: dataOf(snapshot),
    label: measured.label,
    says: `${figure.label}: ${saidOf(figure)}${per}`,
    ...(measured.proxy !== undefined && { proxy: measured.proxy }),
  };
  const isShare = typeof measured.measure === "object";
  if (isShare !== (figure.what === "share")) {
    const why = isShare ? "a share was counted, and the figure is none" : "the figure is a share, and none was counted";
    return cannotCompare(head, measured, { why });
  }
  const printed = printedValues(figure);
  if (printed === undefined) return cannotCompare(head, measured, { why: `no range is known for "${figure.printed}"` });
  const found = await counted(snapshot, measured, windowOf(report, figure.window), report);
  if ("why" in found) return cannotCompare(head, measured, found);
  const size = isShare
    ? shareSize(found.series, level)
    : rateSize(found.series, figure.what === "mean" ? lengthIn(found.span, figure.per ?? report.every) : 1, per, level);
  if ("why" in size) return cannotCompare(head, measured, size);
  const { n, estimate, interval, text, how } = size;
  const isMet = meets(printed.range, interval, figure.atLeast === true);
  const isProxy = measured.proxy !== undefined;
  return {
    ...head,
    verdict: isProxy ? "cannot be compared" : isMet ? "agrees" : "differs",
    n,
    scale: isShare ? "share" : "rate",
    estimate,
    interval,
    level,
    reading: `${measured.label}: ${text}${printed.word === undefined ? "" : `; "${printed.word}" read as ${rangeText(printed.range)}`}`,
    couldFail: isProxy
      ? `no: ${isShare ? "shares" : "levels"} of a proxy and of the report's own counts are not on one scale`
      : `yes: any figure outside ${withInterval(estimate, interval, 2)} would have differed`,
    how: `${countedAs(found.series)} in the figure's window, with ${how}`,
  };
}

interface Size {
  readonly n: number;
  readonly estimate: number;
  readonly interval: Interval;
  readonly text: string;
  readonly how: string;
}

function rateSize(series: Series, exposure: number, per: string, level: number): Size {
  const { n, estimate, interval, how } = rateIn(series, exposure, level);
  return {
    n,
    estimate,
    interval,
    how,
    text: `${numbered(n, unitOf(series))}, ${withInterval(estimate, interval, 2)}${per}`,
  };
}

function shareSize(series: Series, level: number): Size | { readonly why: string } {
  const n = series.exposure.reduce((sum, whole) => sum + whole, 0);
  if (n === 0) return { why: "no event of the whole" };
  const { count } = totalOf(series);
  const { estimate = 0, interval = [0, 1] } = share("clopper-pearson").test({ values: [count], exposure: [n] }, level);
  const [low, high] = interval;
  const text = `${count} of ${n}, ${percent(estimate)} [${percent(low)}, ${percent(high ?? 1)}]`;
  return { n, estimate, interval, text, how: "Clopper and Pearson's exact interval" };
}

function saidOf({ atLeast, hedge, printed, to, what }: Figure): string {
  const number = to === undefined ? printed : `${printed} to ${to}`;
  return `${atLeast ? "at least " : ""}${hedge === undefined ? "" : `${hedge} `}${number}${what === "share" ? "%" : ""}`;
}

/** Whether any printed value lies in the interval; of a least value, whether anything in the interval is as large. */
function meets(printed: Interval, [low, high]: Interval, atLeast: boolean): boolean {
  const isBelowTop = high === null || printed[0] <= high;
  return isBelowTop && (atLeast || printed[1] === null || printed[1] >= low);
}

function rangeText([low, high]: Interval): string {
  const text = (value: number): string => decimals(value, 2).replace(/\.?0+$/, "");
  return high === null ? `more than ${text(low)}` : `${text(low)} to ${text(high)}`;
}

import { withInterval } from "../core/print.js";
import type { Figure, Measured, Report } from "../core/report.js";
import type { Snapshot } from "../core/snapshot.js";
import type { Verdict } from "../core/verdict.js";
import { poissonInterval } from "../inference/poissonInterval.js";
import { totalOf } from "../inference/test.js";
import { cannotCompare, counted, dataOf, type Head } from "./counted.js";
import { weeksIn, windowOf } from "./figures.js";

/** A printed figure beside the same figure counted in a snapshot. */
export async function levelVerdict(
  report: Report,
  figure: Figure,
  measured: Measured,
  snapshot: Snapshot,
  level: number,
): Promise<Verdict> {
  const window = windowOf(report, figure.window);
  const found = await counted(snapshot, measured, window);
  const per = figure.what === "mean" ? ` a ${figure.per}` : "";
  const head: Head = {
    id: `${figure.id}/${measured.on}/${measured.label}`,
    by: "reproduce",
    at: figure.at,
    data: dataOf(snapshot),
    label: measured.label,
    says: `${figure.label}: ${figure.atLeast ? "at least " : ""}${figure.printed}${per}`,
    ...(measured.proxy !== undefined && { proxy: measured.proxy }),
  };
  if ("why" in found) return cannotCompare(head, measured, found);
  const whole = totalOf(found.series);
  const unit = figure.what === "count" ? 1 : figure.per === "week" ? weeksIn(window) : whole.exposure;
  const outcome = poissonInterval("garwood").test({ values: [whole.count], exposure: [unit] }, level);
  const { estimate = 0, interval = [0, null] } = outcome;
  const [low, high] = interval;
  const printed = Number(figure.printed);
  const isInside = printed >= low && (high === null || printed <= high);
  const isMet = figure.atLeast ? high === null || printed <= high : isInside;
  return {
    ...head,
    verdict: measured.proxy !== undefined ? "cannot be compared" : isMet ? "agrees" : "differs",
    n: whole.count,
    scale: "rate",
    estimate,
    interval,
    level,
    reading: `${measured.label}: ${whole.count} events, ${withInterval(estimate, interval, 2)}${per}`,
    couldFail:
      measured.proxy === undefined
        ? `yes: any figure outside ${withInterval(estimate, interval, 2)} would have differed`
        : "no: levels of a proxy and of the report's own counts are not on one scale",
  };
}

import { percent, withInterval } from "../core/print.js";
import type { Check, Report, ReportClaim } from "../core/report.js";
import type { Verdict } from "../core/verdict.js";
import { share } from "../inference/share.js";
import { figureOf, printOf } from "./figures.js";
import { grim } from "./grim.js";

/** Whether a printed percentage of a printed whole is possible, and whether it says anything beside the ones it is held against. */
export function auditShare(
  report: Report,
  { id, at, label, says }: ReportClaim,
  check: Extract<Check, { type: "share" }>,
  level: number,
): Verdict {
  const figure = figureOf(report, check.figure);
  const whole = Number(figureOf(report, figure.whole ?? "").printed);
  const counts = grim(figure.printed, whole, 100);
  const common = {
    id,
    by: "audit",
    at,
    label: `${label}, as printed`,
    says,
    scale: "share",
    data: printOf(report),
    n: whole,
  } as const;
  if (counts.length === 0) {
    const reading = `no whole number out of ${whole} is ${figure.printed}%`;
    return { ...common, verdict: "fails", reading, couldFail: "yes: most percentages are impossible of a small whole" };
  }
  const { estimate = 0, interval = [0, 1] } = share("clopper-pearson").test(
    { values: [counts[0]], exposure: [whole] },
    level,
  );
  const [low, high] = [interval[0], interval[1] ?? 1];
  const others = check.against.map((other) => Number(figureOf(report, other).printed) / 100);
  const apart = others.filter((other) => other < low || other > high);
  const names = others.map(percent).join(" and ");
  return {
    ...common,
    estimate,
    interval,
    level,
    verdict: apart.length === others.length ? "holds" : "uncertain",
    reading: `${counts[0]} of ${whole} is ${withInterval(estimate, interval, 2)}: ${
      apart.length === others.length ? `apart from ${names}` : `it cannot be told from ${names}`
    }`,
    couldFail: `only shares below ${percent(low)} or above ${percent(high)} would have been told from it`,
  };
}

import { percent, withInterval } from "../core/print.js";
import type { Report } from "../core/report.js";
import type { Check, ReportClaim } from "../core/reportClaim.js";
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
  const tests = counts.map((count) => share("clopper-pearson").test({ values: [count], exposure: [whole] }, level));
  const { estimate = 0, interval = [0, 1] } = tests[0];
  const others = check.against.map(
    (other) => (typeof other === "number" ? other : Number(figureOf(report, other).printed)) / 100,
  );
  const sides = tests.flatMap(({ interval: [low, high] = [0, 1] }) =>
    others.map((other) => (other < low ? "more" : other > (high ?? 1) ? "less" : "either")),
  );
  const names = others.map(percent).join(" and ");
  const isAs = sides.every((side) => side === check.word);
  const isOpposite = sides.every((side) => side !== "either" && side !== check.word);
  const told = isAs || isOpposite ? `apart from ${names}` : `it cannot be told from ${names}`;
  return {
    ...common,
    estimate,
    interval,
    level,
    verdict: isAs ? "holds" : isOpposite ? "fails" : "uncertain",
    reading: `${counts.join(" or ")} of ${whole} is ${withInterval(estimate, interval, 2)}: ${told}, taken as exact`,
    couldFail: `only shares below ${percent(interval[0])} or above ${percent(interval[1] ?? 1)} would have been told from it`,
  };
}

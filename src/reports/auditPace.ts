import { daysIn } from "../core/day.js";
import { percent, withInterval } from "../core/print.js";
import type { Report } from "../core/report.js";
import type { Check, ReportClaim } from "../core/reportClaim.js";
import type { Verdict } from "../core/verdict.js";
import { logPoisson } from "../distributions/poisson.js";
import { poissonInterval } from "../inference/poissonInterval.js";
import { figureOf, monthsIn, printOf, weeksIn, windowOf } from "./figures.js";
import { fitsWord } from "./words.js";

/** Whether a printed count can be told from the pace that a report compares it with. */
export function auditPace(
  report: Report,
  { id, at, label, says }: ReportClaim,
  check: Extract<Check, { type: "pace" }>,
  level: number,
): Verdict {
  const figure = figureOf(report, check.figure);
  const window = windowOf(report, figure.window);
  const per = figure.per ?? "week";
  const exposure = per === "week" ? weeksIn(window) : monthsIn(window);
  const rate = (count: number) => poissonInterval("garwood").test({ values: [count], exposure: [exposure] }, level);
  const count = Number(figure.printed);
  const { estimate = 0, interval = [0, null] } = rate(count);
  const [low, high] = interval;
  const isApart = low > check.to || (!figure.atLeast && high !== null && high < check.from);
  const isInside = !figure.atLeast && low >= check.from && high !== null && high <= check.to;
  let power = 0;
  for (let k = 0; k <= 8 * check.to * exposure; k++) {
    const [lower] = rate(k).interval ?? [0];
    if (lower > check.to) power += Math.exp(logPoisson(k, 2 * check.to * exposure));
  }
  const wording = `"${check.word}" ${fitsWord(estimate, check.word) ? "fits" : "does not fit"}`;
  const least = figure.atLeast ? `; "at least" makes ${count} a lower bound` : "";
  return {
    id,
    by: "audit",
    at,
    label: `${label}, as printed`,
    says,
    scale: "rate",
    data: printOf(report),
    n: count,
    estimate,
    interval,
    level,
    verdict: isApart || !fitsWord(estimate, check.word) ? "fails" : isInside ? "holds" : "uncertain",
    reading: `${count} in ${daysIn(window)} days is ${withInterval(estimate, interval, 2)} a ${per}: ${
      isApart ? "apart from" : isInside ? "within" : "neither within nor apart from"
    } ${check.from} to ${check.to}; ${wording}${least}`,
    couldFail: `only by a large gap: ${2 * check.to} a ${per} would have been told from ${check.from} to ${check.to} in ${percent(power)} of such windows`,
  };
}

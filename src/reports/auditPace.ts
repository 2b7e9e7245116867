import { daysIn } from "../core/day.js";
import type { Interval } from "../core/finding.js";
import { lengthIn } from "../core/lengthIn.js";
import { decimals, percent, withInterval } from "../core/print.js";
import type { Report } from "../core/report.js";
import type { Check, ReportClaim } from "../core/reportClaim.js";
import type { Matter, Verdict } from "../core/verdict.js";
import { logPoisson } from "../distributions/poisson.js";
import { poissonInterval } from "../inference/poissonInterval.js";
import { figureOf, windowOf } from "./figures.js";
import { headOf } from "./headOf.js";
import { quantityOf } from "./quantityOf.js";
import { fitsWord } from "./words.js";

/**
 * Whether a printed count can be told from the pace that a report compares it with. A count in words or with a hedge is
 * taken at both its ends.
 */
export function auditPace(
  report: Report,
  claim: ReportClaim,
  check: Extract<Check, { type: "pace" }>,
  level: number,
): Verdict {
  const figure = figureOf(report, check.figure);
  const window = windowOf(report, figure.window);
  const per = figure.per ?? (figure.what === "mean" ? report.every : "week");
  const exposure = lengthIn(window, per);
  const how = "Exact (Garwood) interval of a Poisson rate, held against the pace named; the word by its range (ours)";
  const head = { ...headOf(report, claim), scale: "rate", how } as const;
  const range = quantityOf(figure);
  if (range === undefined) {
    const reading = `"${figure.printed}" is no quantity we have a range for`;
    const couldFail = "no: there is no number to hold to anything";
    const why = "a pace without a number cannot be held to anything";
    return { ...head, verdict: "not scoreable", n: 0, reading, couldFail, matters: { weight: "low", why } };
  }
  const isOpen = figure.atLeast === true || range.high === Infinity;
  const times = figure.what === "mean" ? exposure : 1;
  const low = Math.round(range.low * times);
  const high = range.high === Infinity ? low : Math.round(range.high * times);
  const isExact = low === high;
  const count = isExact ? low : Math.round((low + high) / 2);
  const rate = (some: number): Interval =>
    poissonInterval("garwood").test({ values: [some], exposure: [exposure] }, level).interval ?? [0, null];
  const interval: Interval = [rate(low)[0], rate(high)[1]];
  const estimate = count / exposure;
  const isApart = interval[0] > check.to || (!isOpen && interval[1] !== null && interval[1] < check.from);
  const isInside = !isOpen && interval[0] >= check.from && interval[1] !== null && interval[1] <= check.to;
  const fits = [low, count, high].some((some) => fitsWord(some / exposure, check.word));
  let power = 0;
  for (let k = 0; k <= 8 * check.to * exposure; k++) {
    if (rate(k)[0] > check.to) power += Math.exp(logPoisson(k, 2 * check.to * exposure));
  }
  const least = isOpen ? `; "at least" makes ${low} a lower bound` : "";
  const counted = isExact ? `${count}` : `${low} to ${high}`;
  const isAbout = figure.what === "mean" ? "about " : "";
  const verdict = isApart || !fits ? "fails" : isInside ? "holds" : "uncertain";
  return {
    ...head,
    n: count,
    estimate,
    interval,
    level,
    verdict,
    reading: `${isAbout}${counted} in ${decimals(daysIn(window), 0)} days is ${withInterval(estimate, interval, 2)} a ${per}: ${
      isApart ? "apart from" : isInside ? "within" : "neither within nor apart from"
    } ${check.from} to ${check.to}; "${check.word}" ${fits ? "fits" : "does not fit"}${least}`,
    couldFail: `only by a large gap: ${2 * check.to} a ${per} would have been told from ${check.from} to ${check.to} in ${percent(power)} of such windows`,
    power: { chance: power, of: `${2 * check.to} a ${per}` },
    matters: matters[verdict],
  };
}

const matters: Readonly<Record<"holds" | "fails" | "uncertain", Matter>> = {
  holds: { weight: "low", why: "the pace is as it is said to be" },
  fails: { weight: "high", why: "the pace is not as it is said to be" },
  uncertain: { weight: "medium", why: "so few events fit a slower and a faster pace as well" },
};

import { percent, withInterval } from "../core/print.js";
import type { Figure, Report } from "../core/report.js";
import type { Check, ReportClaim } from "../core/reportClaim.js";
import type { Matter, Verdict } from "../core/verdict.js";
import { clopperPearson } from "../inference/share.js";
import { figureOf } from "./figures.js";
import { grim } from "./grim.js";
import { headOf } from "./headOf.js";
import { wholeOf } from "./quantityOf.js";
import { wholes } from "./wholes.js";

/**
 * Whether a printed percentage of a printed whole is possible, and whether it says anything beside the ones it is held
 * against. Of a whole that is not printed, or not exactly, how large it would have to be to say anything.
 */
export function auditShare(
  report: Report,
  claim: ReportClaim,
  check: Extract<Check, { type: "share" }>,
  level: number,
): Verdict {
  const figure = figureOf(report, check.figure);
  const others = check.against.map(
    (other) => (typeof other === "number" ? other : Number(figureOf(report, other).printed)) / 100,
  );
  const range = wholeOf(report, figure);
  const [whole, most] = range ?? [0, Infinity];
  const how =
    "GRIM of a percentage for the counts behind it, and their Clopper-Pearson interval, held against the other shares as if those were exact";
  const head = { ...headOf(report, claim), scale: "share", how } as const;
  if (whole !== most || whole < 1) return { ...head, ...unknownWhole(figure, range, others, level) };
  const wider = figure.hedge === undefined ? 0 : 1;
  const exact = grim(figure.printed, whole, { scale: 100 });
  const counts = (exact.length > 0 ? exact : grim(figure.printed, whole, { scale: 100, wider })).filter(
    (count) => count <= whole,
  );
  if (counts.length === 0) {
    const reading = `no whole number out of ${whole} is ${figure.printed}%`;
    const couldFail = "yes: most percentages are impossible of a small whole";
    const matters: Matter = { weight: "high", why: "the percentage is of another whole, or wrong" };
    return { ...head, n: whole, verdict: "fails", reading, couldFail, matters };
  }
  const tests = counts.map((count) => clopperPearson(count, whole, level));
  const sides = tests.flatMap(([low, high]) =>
    others.map((other) => (other < low ? "more" : other > high ? "less" : "either")),
  );
  const names = others.map(percent).join(" and ");
  const isAs = sides.every((side) => side === check.word);
  const isOpposite = sides.every((side) => side !== "either" && side !== check.word);
  const told = isAs || isOpposite ? `apart from ${names}` : `it cannot be told from ${names}`;
  const hedged = exact.length > 0 ? "" : `, only as "${figure.hedge} ${figure.printed}%"`;
  const estimate = counts[0] / whole;
  const [interval] = tests;
  const verdict = isAs ? "holds" : isOpposite ? "fails" : "uncertain";
  return {
    ...head,
    n: whole,
    estimate,
    interval,
    level,
    verdict,
    reading: `${counts.join(" or ")} of ${whole} is ${withInterval(estimate, interval, 2)}${hedged}: ${told}, taken as exact`,
    couldFail: `only shares below ${percent(interval[0])} or above ${percent(interval[1])} would have been told from it`,
    matters: matters[verdict],
  };
}

const matters: Readonly<Record<"holds" | "fails" | "uncertain", Matter>> = {
  holds: { weight: "low", why: "the share is clearly as it is said to be" },
  fails: { weight: "high", why: "the share is clearly on the other side" },
  uncertain: { weight: "medium", why: "so few events carry no difference between such shares" },
};

/** No whole is tried beyond this. */
const largest = 5000;

function unknownWhole(
  { printed }: Figure,
  range: readonly [number, number] | undefined,
  others: readonly number[],
  level: number,
): Pick<Verdict, "verdict" | "n" | "reading" | "couldFail" | "matters"> {
  const smallest = wholes([printed], { most: 1000 }).at(0)?.n;
  const needed = wholeThatTells(Number(printed) / 100, others, level);
  const print =
    smallest === undefined ? "no whole up to 1,000 prints so" : `${smallest} is the smallest that prints so`;
  const names = others.map(percent).join(" and ");
  const told = needed === undefined ? "no whole up to 5,000 would tell" : `it would take about ${needed} to tell`;
  return {
    verdict: "uncertain",
    n: 0,
    reading: `${printed}% of a whole ${range === undefined ? "that is not printed" : `of ${range[0]} to ${range[1]}`}: ${print}; ${told} it from ${names}, taken as exact`,
    couldFail: `no: the report does not say ${range === undefined ? "" : "exactly "}of how many`,
    matters: { weight: "medium", why: "a share without its whole cannot be held to anything" },
  };
}

/** About how large a whole has to be for its interval to leave out every other share. */
function wholeThatTells(share: number, others: readonly number[], level: number): number | undefined {
  const tells = (n: number): boolean => {
    const [low, high] = clopperPearson(Math.round(share * n), n, level);
    return others.every((other) => other < low || other > high);
  };
  if (!tells(largest)) return undefined;
  let low = 1;
  let high = largest;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (tells(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

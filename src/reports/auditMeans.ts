import { lengthIn } from "../core/lengthIn.js";
import { percent } from "../core/print.js";
import type { Report } from "../core/report.js";
import type { Verdict } from "../core/verdict.js";
import { figureOf, printOf, windowOf } from "./figures.js";
import { grim, grimJoint } from "./grim.js";
import { canPrint, isNumber, meansOf } from "./meansOf.js";
import { readingsOf } from "./readings.js";
import type { Rounding } from "./rounding.js";
import type { Per } from "./stretches.js";

/** No window of a mean is tried beyond two years of months, or half a year of weeks. */
const most = 24;

/** Rules of rounding under which a mean that is impossible to the nearest may be possible, in words. */
const others: readonly (readonly [Rounding, string])[] = [
  ["down", "with digits cut off and not rounded"],
  ["up", "rounded up always"],
  ["to halves", "rounded to halves"],
];

/**
 * Whether the means per week or month printed for one window can all be means of that many whole counts, of how many they
 * can, and under which other rules of rounding (GRIM, jointly). A window of broken periods is not judged.
 */
export function auditMeans(report: Report, level: number): Verdict[] {
  const pers: readonly Per[] = ["week", "month"];
  return Object.keys(report.windows).flatMap((name) => pers.flatMap((per) => auditWindow(report, name, per, level)));
}

function auditWindow(report: Report, name: string, per: Per, level: number): Verdict[] {
  const means = meansOf(report, name, per);
  const window = windowOf(report, name);
  const periods = lengthIn(window, per);
  if (means.length === 0 || !Number.isInteger(periods) || periods === 0) return [];
  const printed = means.map((one) => one.printed);
  const isPossible = canPrint(printed, periods);
  const passing = grimJoint(printed, { most: 12 }).length;
  return [
    {
      id: per === report.every ? `means/${name}` : `means/${name}/${per}`,
      by: "audit",
      at: means[0].at,
      data: printOf(report),
      n: means.length,
      label: `Means of ${periods} ${per}s: ${printed.join(", ")}`,
      says: `${printed.join(", ")} are means of ${periods} ${per}s (${window.label})`,
      verdict: isPossible ? "holds" : "fails",
      reading: isPossible ? `whole counts over ${periods} ${per}s can print so` : whatFits(printed, periods, per),
      couldFail: `${passing < 12 ? "yes" : "no"}: ${passing} of the numbers of ${per}s from 1 to 12 pass (${percent(passing / 12)})`,
      how: `GRIM (Brown & Heathers 2017): whether a whole sum over ${periods} rounds to each printed mean, a digit between two either way`,
      matters: isPossible
        ? { weight: "low", why: "nothing speaks against the means" }
        : matterOf(report, name, per, level),
    },
  ];
}

function whatFits(printed: readonly string[], periods: number, per: Per): string {
  const impossible = printed.filter((one) => !canPrint([one], periods));
  const first = grimJoint(printed, { most }).at(0);
  const cure =
    first === undefined
      ? `no number of ${per}s up to ${most} fits all`
      : `${first.n} is the smallest number of ${per}s that fits all (sums ${first.sums.map((some) => some[0]).join(", ")})`;
  const rules = others.flatMap(([rounding, words]) => {
    if (!canPrint(printed, periods, rounding)) return [];
    const sums = printed.map((one) => spanOf(grim(one, periods, { rounding })));
    return `${words}, ${periods} ${per}s can print so (sums ${sums.join(", ")})`;
  });
  return [`${impossible.join(" and ")} cannot be a mean of ${periods} whole counts`, cure, ...rules].join("; ");
}

function spanOf(sums: readonly number[]): string {
  return sums.length === 1 ? `${sums[0]}` : `${sums[0]} to ${sums[sums.length - 1]}`;
}

/** An impossible mean matters most where a claim leans on it whose word does not fit what the mean may stand for. */
function matterOf(report: Report, name: string, per: Per, level: number): Verdict["matters"] {
  const figures = new Set(meansOf(report, name, per).map((one) => one.id));
  const claims = report.claims.flatMap(({ id, check }) =>
    check?.type === "ratio" &&
    (figures.has(check.before) || figures.has(check.after)) &&
    [check.before, check.after].every((one) => isNumber(figureOf(report, one)))
      ? [{ id, check }]
      : [],
  );
  const shaken = claims.filter(({ check }) =>
    readingsOf(report, check, level).some((one) => one.possible && !one.fits),
  );
  if (shaken.length > 0) {
    const ids = shaken.map((one) => one.id).join(", ");
    return { weight: "high", why: `under a possible reading of the means the word no longer fits (${ids})` };
  }
  return { weight: "medium", why: "a number of the report is not what it says it is" };
}

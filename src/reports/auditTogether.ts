import { lengthIn } from "../core/lengthIn.js";
import { decimals } from "../core/print.js";
import type { Report } from "../core/report.js";
import type { Verdict } from "../core/verdict.js";
import { printOf, windowOf } from "./figures.js";
import { grimWindows, type WindowsReading } from "./grimWindows.js";
import { canPrint, meansOf } from "./meansOf.js";
import type { Rounding } from "./rounding.js";
import type { Per } from "./stretches.js";

/** No window is tried beyond so many periods. */
const most = 12;

const rules: readonly (readonly [Rounding, string])[] = [
  ["either", "to the nearest"],
  ["down", "digits cut off"],
  ["up", "rounded up"],
  ["to halves", "to halves"],
];

/**
 * Of two windows, one of which begins where the other ends, and whose means cannot all be as printed: under which numbers
 * of periods and rules of rounding all their means could be, and which of these the calendar allows (GRIM, jointly).
 */
export function auditTogether(report: Report): Verdict[] {
  const names = Object.keys(report.windows);
  const pers: readonly Per[] = ["week", "month"];
  return pers.flatMap((per) =>
    names.flatMap((one) =>
      names
        .filter((other) => windowOf(report, other).since === windowOf(report, one).until)
        .flatMap((other) => auditPair(report, [one, other], per)),
    ),
  );
}

function auditPair(report: Report, names: readonly [string, string], per: Per): Verdict[] {
  const spans = names.map((name) => windowOf(report, name));
  const means = names.map((name) => meansOf(report, name, per));
  const printed = means.map((some) => some.map((one) => one.printed));
  const lengths = spans.map((span) => lengthIn(span, per));
  if (means.some((some) => some.length === 0) || !lengths.every((one) => Number.isInteger(one) && one > 0)) return [];
  if (printed.every((some, i) => canPrint(some, lengths[i]))) return [];
  const windows = spans.map(({ since, until }, i) => ({ since, until, printed: printed[i] }));
  const roundings = rules.map(([rule]) => rule);
  const all = grimWindows(windows, { per, cutoff: report.cutoff, most, roundings });
  const possible = all.filter((one) => one.possible);
  const nearest = all.filter((one) => one.rounding === "either").length;
  const list = rules.flatMap(([rule, words]) => {
    const some = possible.filter((one) => one.rounding === rule).map(lengthsOf);
    return some.length === 0 ? [] : `${words}, ${some.join(" or ")} ${per}s`;
  });
  const late = all.length - possible.length;
  const rest = late === 0 ? "" : `; ${late} other ways need ${per}s that had not begun when the report closed`;
  const [first] = means[0];
  return [
    {
      id: `means/${names.join("+")}${per === report.every ? "" : `/${per}`}`,
      by: "audit",
      at: first.at,
      data: printOf(report),
      n: means.flat().length,
      label: `Means of both windows together: ${printed.flat().join(", ")}`,
      says: `the means are of ${lengths.join(" and ")} ${per}s (${spans.map((span) => span.label).join("; ")})`,
      verdict: possible.length > 0 ? "uncertain" : "fails",
      reading: `${possible.length === 0 ? `no way fits all and the calendar, up to ${most} ${per}s each` : `what fits all and the calendar: ${list.join("; ")}`}${rest}`,
      couldFail: `yes: ${nearest} of the ${most ** 2} pairs of numbers of ${per}s pass, rounded to the nearest`,
      how: "GRIM over both windows and every rule of rounding; if the first is longer than it says the second begins later, and is cut where the report closes",
      matters: {
        weight: "medium",
        why: "what the means were taken over is not told, and each ratio of them depends on it",
      },
    },
  ];
}

function lengthsOf({ periods, exposure }: WindowsReading): string {
  const shown = exposure.map((length, i) =>
    length < periods[i] ? `${periods[i]} (${decimals(length, 2)} of it passed)` : `${periods[i]}`,
  );
  return shown.join(" and ");
}

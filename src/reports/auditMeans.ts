import type { Figure, Report } from "../core/report.js";
import type { Verdict } from "../core/verdict.js";
import { monthsIn, printOf, windowOf } from "./figures.js";
import { type Granule, grim, grimJoint } from "./grim.js";

/** No window of a monthly mean is tried beyond two years. */
const most = 24;

/**
 * Whether the monthly means printed for one window can all be means of that many whole counts, and of how many they can
 * (GRIM, jointly).
 */
export function auditMeans(report: Report): Verdict[] {
  return Object.keys(report.windows).flatMap((name): Verdict[] => {
    const means = meansOf(report, name);
    const window = windowOf(report, name);
    const months = monthsIn(window);
    if (means.length === 0 || !Number.isInteger(months)) return [];
    const printed = means.map((one) => one.printed);
    const fits = grimJoint(printed, { most });
    const isPossible = canPrint(printed, months);
    const ns = fits.map((one) => one.n).filter((n) => n <= 12);
    const chance = ns.length / 12;
    return [
      {
        id: `means/${name}`,
        by: "audit",
        at: means[0].at,
        data: printOf(report),
        n: means.length,
        label: `Means of ${months} months: ${printed.join(", ")}`,
        says: `${printed.join(", ")} are monthly means over ${months} months (${window.label})`,
        verdict: isPossible ? "holds" : "fails",
        reading: isPossible ? `whole counts over ${months} months can print so` : whatFits(report, name, fits),
        couldFail: `${ns.length < 12 ? "yes" : "no"}: ${ns.length} of the numbers of months from 1 to 12 pass (${Math.round(100 * chance)}%)`,
      },
    ];
  });
}

/** The monthly means that a report prints for a window. */
export function meansOf(report: Report, window: string): readonly Figure[] {
  return report.figures.filter((one) => one.what === "mean" && one.per === "month" && one.window === window);
}

/** Whether all of these can be means of so many whole counts. */
export function canPrint(printed: readonly string[], months: number): boolean {
  return printed.every((text) => grim(text, months).length > 0);
}

/** The numbers of months, up to two years, that all means of a window fit. */
export function fitting(report: Report, window: string): readonly Granule[] {
  return grimJoint(
    meansOf(report, window).map((one) => one.printed),
    { most },
  );
}

function whatFits(report: Report, name: string, fits: readonly Granule[]): string {
  const means = meansOf(report, name);
  const months = monthsIn(windowOf(report, name));
  const impossible = means.filter((one) => grim(one.printed, months).length === 0).map((one) => one.printed);
  const who = impossible.length > 0 ? impossible.join(" and ") : "together they";
  const first = fits.at(0);
  const cure =
    first === undefined
      ? `no number of months up to ${most} fits all`
      : `${first.n} is the smallest number of months that fits all (sums ${first.sums.map((some) => some[0]).join(", ")})`;
  return `${who} cannot be a mean of ${months} whole counts; ${cure}`;
}

import { lengthIn } from "../core/lengthIn.js";
import { decimals } from "../core/print.js";
import type { Figure, Report } from "../core/report.js";
import { windowOf } from "./figures.js";
import { grim } from "./grim.js";
import { grimWindows } from "./grimWindows.js";
import { canPrint, meansOf } from "./meansOf.js";
import type { Rounding } from "./rounding.js";
import { perOf } from "./stretches.js";

/** One way to read two printed figures: the rule of rounding, and how many periods lie behind each. */
export interface Combination {
  readonly label: string;
  readonly rounding: Rounding;
  /** Periods the means before and after were taken over, and how many of them had passed when the report closed. */
  readonly periods: readonly [number, number];
  readonly exposure: readonly [number, number];
  /** Whether the periods it needs had begun when the report closed. */
  readonly possible: boolean;
}

/** No other reading of a window is tried beyond so many periods. */
const most = 12;

/**
 * The ways to read two figures: as printed, and, where means that are printed of their windows cannot be means of so many
 * whole counts, under each number of periods that fits all of them, and under each other rule of rounding that saves the
 * periods as printed.
 */
export function combinationsOf(report: Report, before: Figure, after: Figure): readonly Combination[] {
  const per = perOf(report, before);
  const windows = [windowOf(report, before.window), windowOf(report, after.window)];
  const [n, m] = windows.map((window) => lengthIn(window, per));
  const printed: Combination = {
    label: "as printed",
    rounding: "either",
    periods: [n, m],
    exposure: [n, m],
    possible: true,
  };
  const means = [meansOf(report, before.window, per), meansOf(report, after.window, per)].map((some) =>
    some.map((one) => one.printed),
  );
  const isWhole = Number.isInteger(n) && Number.isInteger(m);
  if (before.what === "count" || !isWhole || (canPrint(means[0], n) && canPrint(means[1], m))) return [printed];
  const holds = [canPrint(means[0], n), canPrint(means[1], m)];
  const all = grimWindows(
    windows.map(({ since, until }, i) => ({ since, until, printed: means[i] })),
    { per, cutoff: report.cutoff, most: Math.max(most, n, m), roundings: ["either", "down", "up", "to halves"] },
  );
  const others = all.filter(({ rounding, periods }) => {
    const isAsPrinted = [periods[0] === n, periods[1] === m];
    if (rounding !== "either") return isAsPrinted[0] && isAsPrinted[1];
    return isAsPrinted.every((is, i) => is || (!holds[i] && periods[i] <= most));
  });
  return [
    printed,
    ...others.map(({ rounding, periods, exposure, possible }): Combination => {
      const [one, two] = periods;
      const seen = periods.map((length, i) => (possible ? exposure[i] : length));
      const shown = seen.map((length) => (Number.isInteger(length) ? `${length}` : decimals(length, 2)));
      const isCut = seen.some((length, i) => length < periods[i]);
      const words = `${shown[0]} and ${shown[1]} ${per}s`;
      const close = isCut ? ", cut where the report closes" : possible ? "" : ", which run past the close";
      return {
        label: `${words}${close}${endings[rounding] ?? ""}`,
        rounding,
        periods: [one, two],
        exposure: [seen[0], seen[1]],
        possible,
      };
    }),
  ];
}

const endings: Readonly<Partial<Record<Rounding, string>>> = {
  down: ", digits cut off and not rounded",
  up: ", rounded up always",
  "to halves": ", rounded to halves",
};

/** The count behind a figure over so many periods: of the whole sums that print so, the middle one, else the nearest. */
export function sumOf({ what, printed }: Figure, periods: number, rounding: Rounding): number {
  if (what === "count") return Number(printed);
  const [least, greatest] = sumsOf({ what, printed }, periods, rounding);
  const ulp = 10 ** -(printed.split(".")[1] ?? "").length;
  const shift = rounding === "down" ? ulp / 2 : rounding === "up" ? -ulp / 2 : 0;
  return Math.min(greatest, Math.max(least, Math.round((Number(printed) + shift) * periods)));
}

/** The least and the greatest count behind a figure; for a mean that is impossible, the nearest there is. */
export function sumsOf(
  { what, printed }: Pick<Figure, "what" | "printed">,
  periods: number,
  rounding: Rounding,
): readonly [number, number] {
  if (what === "count") return [Number(printed), Number(printed)];
  const sums = Number.isInteger(periods) ? grim(printed, periods, { rounding }) : [];
  const nearest = Math.round(Number(printed) * periods);
  return [sums.at(0) ?? nearest, sums.at(-1) ?? nearest];
}

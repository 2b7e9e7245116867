import type { Figure, Report } from "../core/report.js";
import { grim } from "./grim.js";
import type { Rounding } from "./rounding.js";
import { type Per, perOf } from "./stretches.js";

/** The means per week, or per month, that a report prints for a window in digits and without a hedge. */
export function meansOf(report: Report, window: string, per: Per): readonly Figure[] {
  return report.figures.filter(
    (one) =>
      one.what === "mean" &&
      one.window === window &&
      perOf(report, one) === per &&
      isNumber(one) &&
      one.hedge === undefined,
  );
}

/** Whether all of these can be means of so many whole counts. */
export function canPrint(printed: readonly string[], periods: number, rounding: Rounding = "either"): boolean {
  return printed.every((text) => grim(text, periods, { rounding }).length > 0);
}

/** Whether a figure is printed as one number, in digits. */
export function isNumber({ printed, to }: Figure): boolean {
  return to === undefined && /^\d+(\.\d+)?$/.test(printed);
}

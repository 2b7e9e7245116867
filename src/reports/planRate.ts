import { InputError } from "../core/errors.js";
import { lengthIn } from "../core/lengthIn.js";
import type { PlanRate } from "../core/plan.js";
import type { Report } from "../core/report.js";
import { figureOf, windowOf } from "./figures.js";

/**
 * A printed mean, or a count over the length of its window, as a rate to plan with.
 *
 * @throws InputError when the figure is no number per week or month; DataError when the report has no such figure or window
 */
export function planRate(report: Report, id: string): PlanRate {
  const { label, printed, to, per, what, window } = figureOf(report, id);
  const value = Number(printed);
  if (per === undefined || (what !== "mean" && what !== "count") || to !== undefined || !Number.isFinite(value)) {
    const got = `${what} ${to === undefined ? printed : `${printed} to ${to}`}${per === undefined ? "" : ` per ${per}`}`;
    throw new InputError(`plan: needs a mean or count per week or month, got ${got} (${id})`);
  }
  const span = windowOf(report, window);
  const periods = lengthIn(span, per);
  const rate = what === "mean" ? value : value / periods;
  return { figure: id, label, printed, per, rate, periods, n: rate * periods };
}

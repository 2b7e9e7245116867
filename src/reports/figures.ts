import { DataError } from "../core/errors.js";
import type { Figure, Report, Window } from "../core/report.js";

/** @throws DataError when the report has no such figure */
export function figureOf(report: Report, id: string): Figure {
  const figure = report.figures.find((one) => one.id === id);
  if (figure === undefined) throw new DataError(`report: ${report.id} has no figure ${id}`);
  return figure;
}

/** @throws DataError when the report has no such window */
export function windowOf(report: Report, name: string): Window {
  if (Object.hasOwn(report.windows, name)) return report.windows[name];
  throw new DataError(`report: ${report.id} has no window ${name}`);
}

/** The report's own print as data. */
export function printOf(report: Report): { readonly name: string } {
  return { name: `${report.id}, as printed` };
}

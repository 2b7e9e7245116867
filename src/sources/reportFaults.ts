import { inReportOrder, reportPlace } from "../core/reportPlace.js";
import { reportKindFaults } from "./reportKindFaults.js";
import { reportNameFaults } from "./reportNameFaults.js";
import { reportSchema } from "./reportSchema.js";
import { reportValueFaults } from "./reportValueFaults.js";

/** Something wrong in a report file. */
export interface ReportFault {
  readonly path: readonly (string | number)[];
  readonly says: string;
}

/** A fault with its place in words, as a person reads it. */
export interface PlacedFault extends ReportFault {
  /** The path of the field and whose it is: `claims.3.check.before (claim lull)`. */
  readonly place: string;
}

/**
 * Everything that is wrong with a report, whatever it is, in its order: its form, the names that are not there, checks asked
 * of the wrong kind of figure, and values that cannot be. What a malformed part says of itself is believed by the others, so
 * that one fault is not told as many. Empty where the report is right.
 *
 * @example
 * reportFaults({ id: "a b" })[0].says // "needs lower-case letters, digits and dashes"
 */
export function reportFaults(report: unknown): PlacedFault[] {
  const form = reportSchema.safeParse(report).error?.issues ?? [];
  const all = [
    ...form.map(({ path, message }) => ({ path: path.map((step) => named(step)), says: message })),
    ...reportNameFaults(report),
    ...reportValueFaults(report),
    ...reportKindFaults(report),
  ];
  return inReportOrder(all).map(({ path, says }) => ({ path, says, place: reportPlace(report, path) }));
}

function named(step: PropertyKey): string | number {
  return typeof step === "symbol" ? step.toString() : step;
}

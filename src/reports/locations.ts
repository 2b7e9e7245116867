import { partsOf } from "../core/partsOf.js";
import type { Location, Report } from "../core/report.js";

/** A place in the text that a part of a report names. */
export interface Located {
  readonly path: readonly (string | number)[];
  readonly at: Location;
}

/** Every place in the text that a report names, in the report's order. */
export function locationsIn(report: Report): Located[] {
  return ["figures.*.at", "claims.*.at", "hypotheses.*.at", "citations.*.at.*"]
    .flatMap((pattern) => partsOf(report, pattern))
    .map(({ path, value }) => ({ path, at: value as Location }));
}

import type { Measured, Report } from "../core/report.js";
import type { Check } from "../core/reportClaim.js";
import type { Snapshot } from "../core/snapshot.js";
import { type Counted, counted } from "./counted.js";
import { figureOf, windowOf } from "./figures.js";

/** Both sides of a printed change, as a snapshot has them. */
export interface ChangeSeen {
  readonly measured: readonly [Measured, Measured];
  readonly snapshot: Snapshot;
  readonly earlier: Counted;
  readonly later: Counted;
}

/** Counts both windows of a printed change, once for all that is said of it. */
export async function changeSeen(
  report: Report,
  check: Extract<Check, { type: "ratio" }>,
  measured: readonly [Measured, Measured],
  snapshot: Snapshot,
): Promise<ChangeSeen> {
  const [first, last] = measured;
  const spanOf = (name: string) => windowOf(report, figureOf(report, name).window);
  const earlier = await counted(snapshot, first, spanOf(check.before), report);
  const later = await counted(snapshot, last, spanOf(check.after), report);
  return { measured, snapshot, earlier, later };
}

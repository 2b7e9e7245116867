import type { Day } from "../core/day.js";
import type { Slice } from "../core/slice.js";
import { sumOf } from "./checks.js";
import { coursesOf } from "./courses.js";
import type { Grid } from "./grids.js";
import { type LogTables, logTables } from "./logTables.js";
import { drifted, fitRate, type RateFit, type Rates, spacing } from "./rateFit.js";
import type { StoryEffect } from "./stories.js";
import type { ZoneCounts } from "./timeline.js";

/** An effect with the logs of the sizes that are tried. */
export interface Sized {
  readonly effect: StoryEffect;
  readonly logs: readonly number[];
}

/** What a zone's counts before the forecast say, for each combination of sizes of its own effects and end. */
export interface ZoneFit {
  readonly zone: string;
  readonly phis: readonly number[];
  /** Log evidence of the counts before, a row for each combination, a column for each dispersion. */
  readonly before: readonly Float64Array[];
  readonly tables: LogTables;
  /** What is expected of the rate ahead, for a combination and the place of a dispersion. */
  readonly ahead: (combination: number, p: number) => Rates;
  /** Logs of the days times the factors of the periods forecast, for each combination. */
  readonly shifts: readonly Float64Array[];
  /** The same fit when the rate ahead drifts more or less. */
  readonly withDrift: (drift: number) => ZoneFit;
}

/** Tables by the distance between their points, shared by all fits. */
export type Lattices = Map<number, LogTables>;

/** Fits a zone's rates under the effects that name it. */
export function fitZone(
  { zone, earlier, past, forecast }: ZoneCounts,
  own: readonly Sized[],
  ends: readonly (Day | "never")[],
  { grid, drift, lattices }: { grid: Grid; drift: number; lattices: Lattices },
): ZoneFit {
  const events = sumOf(past.values) * (1 + sumOf(forecast.exposure) / sumOf(past.exposure));
  const spaces = grid.phis.map((phi) => narrowed(spacing(events, phi, grid), drift));
  const tables = latticeFor(Math.min(...spaces), lattices);
  const fitted = (slice: Slice): { readonly rowOf: Int32Array; readonly fits: readonly (readonly RateFit[])[] } => {
    const { shifts, rowOf } = coursesOf(slice, own, ends);
    const fits = shifts.map((row) => grid.phis.map((phi, p) => fitRate(slice, row, { phi, space: spaces[p], tables })));
    return { rowOf, fits };
  };
  const main = fitted(past);
  const all = [main, ...earlier.map(fitted)];
  const before = Array.from(main.rowOf, (_, c) =>
    Float64Array.from(grid.phis, (_, p) => all.reduce((sum, { rowOf, fits }) => sum + fits[rowOf[c]][p].evidence, 0)),
  );
  const courses = coursesOf(forecast, own, ends);
  const shifts = Array.from(courses.rowOf, (row) => courses.shifts[row]);
  const least = grid.least / 10;
  const aheadWith = (drift: number): ZoneFit["ahead"] => {
    const known = new Map<RateFit, Rates>();
    return (combination, p) => {
      const fit = main.fits[main.rowOf[combination]][p];
      const found = known.get(fit) ?? drifted(fit, { drift, least, tables });
      known.set(fit, found);
      return found;
    };
  };
  const fitWith = (drift: number): ZoneFit => {
    const ahead = aheadWith(drift);
    return { zone, phis: grid.phis, before, tables, shifts, ahead, withDrift: fitWith };
  };
  return fitWith(drift);
}

/** A drift needs points no further apart than itself, unless it is too small to matter to the rate's own spread. */
function narrowed(space: number, drift: number): number {
  return drift > space / 4 ? Math.min(space, drift) : space;
}

function latticeFor(space: number, lattices: Lattices): LogTables {
  let step = 0.04;
  while (step > space) step /= 2;
  const known = lattices.get(step) ?? logTables(step);
  lattices.set(step, known);
  return known;
}

import type { Day } from "../core/day.js";
import type { Slice } from "../core/slice.js";
import type { Grid } from "./grids.js";
import { type LogTables, logTables } from "./logTables.js";
import { drifted, fitRate, type Rates, spacing } from "./rateFit.js";
import type { StoryEffect } from "./stories.js";
import type { ZoneCounts } from "./timeline.js";

/** An effect with the logs of the sizes that are tried. */
export interface Sized {
  readonly effect: StoryEffect;
  readonly logs: readonly number[];
}

/** What a zone's counts before the forecast say, for each set of sizes of its own effects and each end. */
export interface ZoneFit {
  readonly zone: string;
  /** How many sizes each of its effects has, the last running fastest; then the ends. */
  readonly phis: readonly number[];
  /** Log evidence of the counts before, a row for each combination, a column for each dispersion. */
  readonly before: readonly Float64Array[];
  readonly tables: LogTables;
  /** What is expected of the rate ahead: for each combination, and dispersion. */
  readonly ahead: (combination: number, phi: number) => Rates;
  /** Logs of the days times the factors of the periods forecast, for each combination. */
  readonly shifts: readonly Float64Array[];
}

/** Finest lattices, shared by all fits. */
export type Lattices = Map<number, LogTables>;

/** Fits a zone's rates under the effects that name it. */
export function fitZone(
  { zone, earlier, past, forecast }: ZoneCounts,
  own: readonly Sized[],
  ends: readonly (Day | "never")[],
  { grid, drift, lattices }: { grid: Grid; drift: number; lattices: Lattices },
): ZoneFit {
  const events = eventsIn(past) * (1 + daysIn(forecast) / daysIn(past));
  const spaces = grid.phis.map((phi) => narrowed(spacing(events, phi, grid), drift));
  const tables = latticeFor(Math.min(...spaces), lattices);
  const fits = new Map<string, { readonly evidence: number; readonly rates: Rates }>();
  const fitted = (slice: Slice, shifts: Float64Array, p: number): { evidence: number; rates: Rates } => {
    const name = `${slice.periods[0]} ${p} ${shifts.join()}`;
    const known = fits.get(name);
    if (known !== undefined) return known;
    const found = fitRate(slice, shifts, { phi: grid.phis[p], space: spaces[p], tables });
    const fit = { evidence: found.evidence, rates: found };
    fits.set(name, fit);
    return fit;
  };
  const moved = new Map<Rates, Rates>();
  const before: Float64Array[] = [];
  const pasts: Float64Array[] = [];
  const shifts: Float64Array[] = [];
  const blocks = earlier.map((slice) => courseRows(slice, own, ends));
  const [pastRows, forecastRows] = [past, forecast].map((slice) => courseRows(slice, own, ends));
  for (const sizes of setsOf(own)) {
    for (let end = 0; end < ends.length; end++) {
      const shift = shiftsOf(past, pastRows[end], sizes);
      const row = Float64Array.from(grid.phis, (_, p) => fitted(past, shift, p).evidence);
      earlier.forEach((slice, b) => {
        const own = shiftsOf(slice, blocks[b][end], sizes);
        for (let p = 0; p < row.length; p++) row[p] += fitted(slice, own, p).evidence;
      });
      before.push(row);
      pasts.push(shift);
      shifts.push(shiftsOf(forecast, forecastRows[end], sizes));
    }
  }
  return {
    zone,
    phis: grid.phis,
    before,
    tables,
    shifts,
    ahead: (combination, p) => {
      const { rates } = fitted(past, pasts[combination], p);
      const known = moved.get(rates) ?? drifted(rates, { drift, least: grid.least / 10, tables });
      moved.set(rates, known);
      return known;
    },
  };
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

/** For each end, the course of each effect in each period. */
function courseRows(
  { periods }: Slice,
  own: readonly Sized[],
  ends: readonly (Day | "never")[],
): readonly (readonly (readonly number[])[])[] {
  return ends.map((end) => own.map(({ effect }) => periods.map((period) => effect.courseIn(period, end))));
}

/** Every set of sizes, the last effect's running fastest; one empty set where there is no effect. */
function setsOf(own: readonly Sized[]): readonly (readonly number[])[] {
  return own.reduce<readonly (readonly number[])[]>(
    (sets, { logs }) => sets.flatMap((set) => logs.map((log) => [...set, log])),
    [[]],
  );
}

function shiftsOf(
  { exposure }: Slice,
  courses: readonly (readonly number[])[],
  sizes: readonly number[],
): Float64Array {
  return Float64Array.from(exposure, (days, t) => {
    let log = Math.log(days);
    for (let e = 0; e < sizes.length; e++) log += courses[e][t] * sizes[e];
    return log;
  });
}

function eventsIn({ values }: Slice): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}

function daysIn({ exposure }: Slice): number {
  let sum = 0;
  for (const days of exposure) sum += days;
  return sum;
}

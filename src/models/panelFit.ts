import { logNegbin } from "../distributions/negbin.js";
import { logPoisson } from "../distributions/poisson.js";
import { countSurface } from "../math/countSurface.js";
import { quasiNewton } from "../math/quasiNewton.js";

/** Series beside each other, one after the other in each array: that of period t of zone z stands at z * n + t. */
export interface PanelData {
  readonly zones: number;
  /** Periods; of each zone the first is what the second follows, and is not explained itself. */
  readonly n: number;
  readonly values: Float64Array;
  /** Neighbours' counts, weighed and added up, for the same period; absent where neighbours are left out. */
  readonly around: Float64Array | undefined;
  readonly exposure: Float64Array;
  /** Season and trend, each of length n: shared by all zones. */
  readonly columns: readonly Float64Array[];
}

/** mean = exp(own) * own last count + exp(near) * neighbours' last counts + exposure * exp(level of the zone + season and trend) */
export interface PanelFit {
  /** own, near where there are neighbours, the levels of zones with an event, season and trend: all logs. */
  readonly coefficients: Float64Array;
  /** Of each zone, the place of its level among the coefficients; -1 where no event was seen. */
  readonly levelAt: readonly number[];
  readonly columnsAt: number;
  /** 0 for Poisson's. */
  readonly dispersion: number;
  readonly dispersionError: number;
  /** Fisher's, of the coefficients, k * k row by row. */
  readonly information: Float64Array;
  readonly logLikelihood: number;
  /** Whether the search came to where the likelihood is level. */
  readonly isFound: boolean;
}

/**
 * The most likely endemic-epidemic model of a panel, dispersion included, by BFGS with its analytic slope. A zone without an
 * event has an endemic level of half an event in all its time, which is not searched for.
 */
export function panelFit(data: PanelData, isNegbin: boolean): PanelFit {
  const { zones, n, values, around, exposure, columns } = data;
  const levelsAt = around === undefined ? 1 : 2;
  const levels = levelsOf(data);
  let k = levelsAt;
  const levelAt = levels.map(({ events }) => (events > 0 ? k++ : -1));
  const columnsAt = k;
  k += columns.length;
  const rows = zones * (n - 1);
  const observed = new Float64Array(rows);
  for (let z = 0; z < zones; z++) observed.set(values.subarray(z * n + 1, (z + 1) * n), z * (n - 1));
  const surface = countSurface(observed);
  const [means, slopes] = [new Float64Array(rows), new Float64Array(rows)];
  const [own, near, endemic] = [new Float64Array(rows), new Float64Array(rows), new Float64Array(rows)];
  const meansAt = (at: Float64Array): void => {
    const [byOwn, byNear] = [Math.exp(at[0]), around === undefined ? 0 : Math.exp(at[1])];
    const season = new Float64Array(n);
    columns.forEach((column, j) => {
      for (let t = 0; t < n; t++) season[t] += at[columnsAt + j] * column[t];
    });
    for (let t = 0; t < n; t++) season[t] = Math.exp(season[t]);
    for (let z = 0; z < zones; z++) {
      const level = levelAt[z] < 0 ? Math.log(levels[z].rate) : at[levelAt[z]];
      const factor = Math.exp(level);
      for (let t = 1, row = z * (n - 1); t < n; t++, row++) {
        own[row] = byOwn * values[z * n + t - 1];
        near[row] = around === undefined ? 0 : byNear * around[z * n + t - 1];
        endemic[row] = factor * exposure[z * n + t] * season[t];
        means[row] = own[row] + near[row] + endemic[row];
      }
    }
  };
  /** What a step of each coefficient adds to the mean of one row. */
  const risesOf = (row: number, z: number, t: number, rises: Float64Array): void => {
    rises.fill(0);
    rises[0] = own[row];
    if (around !== undefined) rises[1] = near[row];
    if (levelAt[z] >= 0) rises[levelAt[z]] = endemic[row];
    for (let j = 0; j < columns.length; j++) rises[columnsAt + j] = endemic[row] * columns[j][t];
  };
  const down = (start: ArrayLike<number>) =>
    quasiNewton(
      start,
      (at, slope) => {
        meansAt(at);
        const alpha = at.length > k ? Math.exp(at[k]) : 0;
        const { height, force } = surface.at(means, alpha, slopes);
        slope.fill(0);
        for (let z = 0, row = 0; z < zones; z++) {
          for (let t = 1; t < n; t++, row++) {
            const pull = -slopes[row] / Math.max(means[row], 1e-300);
            slope[0] += pull * own[row];
            if (around !== undefined) slope[1] += pull * near[row];
            const bySeason = pull * endemic[row];
            if (levelAt[z] >= 0) slope[levelAt[z]] += bySeason;
            for (let j = 0; j < columns.length; j++) slope[columnsAt + j] += bySeason * columns[j][t];
          }
        }
        if (at.length > k) slope[k] = -force;
        return -height;
      },
      // One that runs away is given up before long; the caller tries with less.
      { mostSteps: 200 },
    );
  const start = new Float64Array(k);
  start.fill(Math.log(0.3), 0, 1);
  start.fill(Math.log(0.1), 1, levelsAt);
  levels.forEach(({ rate }, z) => {
    if (levelAt[z] >= 0) start[levelAt[z]] = Math.log(0.5 * rate);
  });
  let best = isNegbin ? down([...start, Math.log(0.5)]) : down(start);
  // A dispersion that runs to 0 has nowhere to stop: then the counts are Poisson's.
  if (isNegbin && best.at[k] < Math.log(1e-7)) best = down(best.at.slice(0, k));
  meansAt(best.at);
  const dispersion = best.at.length > k ? Math.exp(best.at[k]) : 0;
  const information = new Float64Array(k * k);
  const rises = new Float64Array(k);
  let logLikelihood = 0;
  for (let z = 0, row = 0; z < zones; z++) {
    for (let t = 1; t < n; t++, row++) {
      const mean = means[row];
      const y = observed[row];
      logLikelihood += dispersion > 0 ? logNegbin(y, mean, 1 / dispersion) : logPoisson(y, mean);
      risesOf(row, z, t, rises);
      const weight = 1 / Math.max(mean * (1 + dispersion * mean), 1e-300);
      for (let i = 0; i < k; i++) for (let j = 0; j <= i; j++) information[i * k + j] += weight * rises[i] * rises[j];
    }
  }
  const stiffness = dispersion > 0 ? surface.stiffness(means, dispersion) : 0;
  return {
    coefficients: best.at.slice(0, k),
    ...{ levelAt, columnsAt, dispersion, information, logLikelihood, isFound: best.isFound },
    dispersionError: stiffness > 0 ? 1 / Math.sqrt(stiffness) : 0,
  };
}

/** Events of each zone, but for its first period, and the rate they come to; half an event where there are none. */
function levelsOf({ zones, n, values, exposure }: PanelData): { readonly events: number; readonly rate: number }[] {
  return Array.from({ length: zones }, (_, z) => {
    const sumOf = (all: Float64Array): number =>
      all.subarray(z * n + 1, (z + 1) * n).reduce((sum, one) => sum + one, 0);
    const events = sumOf(values);
    return { events, rate: Math.max(events, 0.5) / sumOf(exposure) };
  });
}

import { logSumOf } from "./grids.js";
import { addRow } from "./logTables.js";
import type { StoryFit } from "./storyFit.js";
import type { ZoneCounts } from "./timeline.js";
import type { ZoneFit } from "./zoneFit.js";

/** Which part of what came counts: the first so many periods, all but one of them, all zones but one, one zone, one dispersion. */
export interface Part {
  readonly first?: number;
  readonly butPeriod?: number;
  readonly butZone?: number;
  readonly onlyZone?: number;
  readonly phi?: number;
}

/** How much less likely, in logs, the counts before must be under a dispersion for it to be left out. */
const negligible = 16;

/** The log chances of what came under a fitted hypothesis. */
export interface Evidence {
  /** The log predictive chance of a part of what came. */
  readonly of: (part: Part) => number;
  /** The log weight of each of the fit's points once all that came is seen; not normalised. */
  readonly after: Float64Array;
}

/** Works out the chance of what came for each point of a fit, whole and in its parts. */
export function evidenceOf(fit: StoryFit, counts: readonly ZoneCounts[]): Evidence {
  const chances = fit.zones.map((zone, z) => chancesIn(zone, counts[z].forecast.values));
  const tops = fit.zones.map((zone) => zone.before.map((row) => Math.max(...row)));
  const sumAt = (part: Part, isSeen: boolean): Float64Array => {
    const sums = fit.zones.map((zone, z) => {
      const known = new Float64Array(zone.before.length).fill(Number.NaN);
      const isIn = isSeen && (part.onlyZone === undefined || part.onlyZone === z);
      const sumOf = (combination: number): number => {
        const row = zone.before[combination];
        const least = tops[z][combination] - negligible;
        const logs: number[] = [];
        for (let p = 0; p < row.length; p++) {
          if (part.phi === undefined ? row[p] < least : part.phi !== p) continue;
          logs.push(isIn ? row[p] + chances[z](combination, p)(part.butPeriod, part.first) : row[p]);
        }
        return logSumOf(logs);
      };
      return (combination: number): number => {
        if (Number.isNaN(known[combination])) known[combination] = sumOf(combination);
        return known[combination];
      };
    });
    return Float64Array.from(fit.points, ({ prior, combinations }) => {
      let log = prior;
      for (let z = 0; z < combinations.length; z++) if (z !== part.butZone) log += sums[z](combinations[z]);
      return log;
    });
  };
  // Unseen, a part differs from the whole only by the zone it leaves out and the dispersion it takes.
  const unseen = new Map<string, number>();
  const unseenOf = (part: Part): number => {
    const name = `${part.butZone} ${part.phi}`;
    const found = unseen.get(name) ?? logSumOf(sumAt(part, false));
    unseen.set(name, found);
    return found;
  };
  return {
    of: (part) => logSumOf(sumAt(part, true)) - unseenOf(part),
    after: sumAt({}, true),
  };
}

type Chances = (butPeriod?: number, first?: number) => number;

/** Log chances at a combination and dispersion: of all periods, of the first so many, of all but one. */
function chancesIn(zone: ZoneFit, values: readonly number[]): (combination: number, p: number) => Chances {
  const known = new Map<number, Chances>();
  return (combination, p) => {
    const name = combination * zone.phis.length + p;
    const found = known.get(name) ?? chancesAt(zone, values, combination, p);
    known.set(name, found);
    return found;
  };
}

function chancesAt(zone: ZoneFit, values: readonly number[], combination: number, p: number): Chances {
  const { start, stride, values: weights } = zone.ahead(combination, p);
  const shifts = zone.shifts[combination];
  const add = (row: Float64Array, t: number): Float64Array => {
    addRow(row, zone.tables, { count: values[t], phi: zone.phis[p], start: start + shifts[t], stride });
    return row;
  };
  const sum = new Float64Array(weights.length);
  for (let t = 0; t < values.length; t++) add(sum, t);
  const whole = logMean(sum, weights);
  let firsts: readonly number[] | undefined;
  return (butPeriod, first = values.length) => {
    if (butPeriod !== undefined) {
      const row = add(new Float64Array(weights.length), butPeriod);
      for (let j = 0; j < row.length; j++) row[j] = sum[j] - row[j];
      return logMean(row, weights);
    }
    if (first === values.length) return whole;
    const row = new Float64Array(weights.length);
    firsts ??= values.map((_, t) => logMean(add(row, t), weights));
    return firsts[first - 1];
  };
}

function logMean(logs: Float64Array, weights: Float64Array): number {
  let most = -Infinity;
  for (let j = 0; j < logs.length; j++) if (weights[j] > 0 && logs[j] > most) most = logs[j];
  let sum = 0;
  for (let j = 0; j < logs.length; j++) sum += weights[j] * Math.exp(logs[j] - most);
  return most + Math.log(sum);
}

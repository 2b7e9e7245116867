import type { Distribution } from "../core/distribution.js";
import { countTerms } from "../distributions/countTerms.js";
import { isSample } from "../distributions/holdsSample.js";
import { leavesOf } from "../distributions/leavesOf.js";
import { midQuantiles } from "../distributions/midQuantiles.js";

/** A part of a distribution as rising values, each with its share of the part. */
export interface Ladder {
  /** The chance of the part. */
  readonly weight: number;
  readonly values: Float64Array;
  readonly shares: Float64Array;
  /** How many draws the part is known by; absent where it is exact. */
  readonly draws?: number;
}

/** As many counts at most are gone through one by one; what spreads wider is told by quantiles, as measures are. */
const most = 20_000;

/** So many quantiles stand for what is neither draws nor a few counts: they move a noise by less than one in a hundred. */
const quantiles = 1000;

/**
 * The parts of a distribution, mixtures of mixtures undone. Parts with the same draws are one part: they share their errors.
 * Others are taken as drawn each for itself, as models are, which have a seed of their own each.
 */
export function sampledParts(says: Distribution): Ladder[] {
  const samples: { values: readonly number[]; weight: number }[] = [];
  const exact: Ladder[] = [];
  const add = (part: Distribution, weight: number): void => {
    if (part.family === "mixture") {
      const whole = part.weights.reduce((sum, one) => sum + one, 0);
      part.of.forEach((one, i) => {
        add(one, (weight * part.weights[i]) / whole);
      });
    } else if (isSample(part)) {
      const same = samples.find(({ values }) => areAlike(values, part.values));
      if (same === undefined) samples.push({ values: part.values, weight });
      else same.weight += weight;
    } else exact.push(...laddersOf(part, weight));
  };
  add(says, 1);
  return [...samples.map(({ values, weight }) => ({ ...rungsOf(values), weight, draws: values.length })), ...exact];
}

function areAlike(one: readonly number[], other: readonly number[]): boolean {
  return one === other || (one.length === other.length && one.every((value, i) => value === other[i]));
}

/** Each value once. Whole draws of a small range are counted, others sorted. */
function rungsOf(draws: ArrayLike<number>): Pick<Ladder, "values" | "shares"> {
  const n = draws.length;
  let [least, top] = [draws[0], draws[0]];
  let isCounted = true;
  for (let i = 0; i < n; i++) {
    const value = draws[i];
    if (value < least) least = value;
    if (value > top) top = value;
    if (!Number.isSafeInteger(value)) isCounted = false;
  }
  if (!isCounted || top - least > 8 * n) return sortedRungs(draws);
  const tally = new Int32Array(top - least + 1);
  let distinct = 0;
  for (let i = 0; i < n; i++) if (tally[draws[i] - least]++ === 0) distinct++;
  const [values, shares] = [new Float64Array(distinct), new Float64Array(distinct)];
  for (let k = 0, at = 0; at < distinct; k++) {
    if (tally[k] === 0) continue;
    values[at] = least + k;
    shares[at++] = tally[k] / n;
  }
  return { values, shares };
}

function sortedRungs(draws: ArrayLike<number>): Pick<Ladder, "values" | "shares"> {
  const values = Float64Array.from(draws).sort();
  const shares = new Float64Array(values.length);
  let last = 0;
  for (let i = 0; i < values.length; i++) {
    if (values[i] !== values[last]) values[++last] = values[i];
    shares[last] += 1 / values.length;
  }
  return { values: values.subarray(0, last + 1), shares: shares.subarray(0, last + 1) };
}

function laddersOf(says: Distribution, weight: number): Ladder[] {
  const { points, counts, measures } = leavesOf(says);
  const ladders: Ladder[] = [];
  if (points.length > 0) {
    const sorted = [...points].sort((one, other) => one.at - other.at);
    const [values, shares] = [
      Float64Array.from(sorted, ({ at }) => at),
      Float64Array.from(sorted, (one) => one.chance),
    ];
    ladders.push({ weight, values, shares });
  }
  for (const { of, chance, least } of counts) {
    const found = countTerms(of, { pivot: 0, least, most });
    const own = found && {
      values: Float64Array.from(found.terms, (_, i) => found.from + i),
      shares: Float64Array.from(found.terms),
    };
    const stand = least === 1 ? ({ family: "hurdle", zero: 0, of } as const) : of;
    ladders.push({ ...(own ?? rungsOf(midQuantiles(stand, quantiles))), weight: weight * chance });
  }
  for (const { of, chance } of measures)
    ladders.push({ ...rungsOf(midQuantiles(of, quantiles)), weight: weight * chance });
  return ladders;
}

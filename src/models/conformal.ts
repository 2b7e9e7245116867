import type { Distribution } from "../core/distribution.js";
import { holdsSample } from "../distributions/holdsSample.js";
import { checkOptions } from "./checkOptions.js";
import { coupled } from "./coupled.js";
import type { Ensemble, PastTask } from "./ensemble.js";
import { ensembleOf } from "./ensembleOf.js";
import type { Model } from "./model.js";
import { rememberedQuantiles } from "./rememberedQuantiles.js";
import type { EnsembleOptions } from "./stacked.js";

/** Equally likely values that what is said is given by. */
const values = 200;

/** The fewest misses that tell the ends of a 90% interval: of 20 places that a coming one may take, one lies beyond each. */
const least = 19;

/** A forecast as rising, equally likely values, and the unit that misses of busy and of quiet places are compared in. */
interface Ladder {
  readonly rungs: Float64Array;
  /** The square root of 1 + its mean. */
  readonly unit: number;
}

/**
 * A model set right by how it missed at the origins before, at the same step, over all series of the panel: each of its
 * quantiles is moved by the same quantile of past differences between the count and that quantile, in units of the square
 * root of 1 + the mean, so that as many counts would have lain below it as it says. Quantiles that cross are sorted. It says
 * what the model says until 19 misses are known, the fewest that tell the ends of a 90% interval. Where coming misses are
 * like the past ones it covers as often as it says on average over the series; there is no guarantee where they are not.
 * Draws of one place are a path, put in the order of the model's own; where that says no draws, steps are independent of each other.
 *
 * @throws InputError when origins is not a whole number from 0
 * @see Romano, Patterson & Candès (2019) Advances in Neural Information Processing Systems 32 (two ends; here every quantile)
 * @see Chernozhukov, Fernández-Val & Galichon (2010) Econometrica 78, 1093–1125 (sorting)
 */
export function conformal(model: Model, options: EnsembleOptions): Ensemble {
  checkOptions(options, ["origins"], "conformal");
  const { origins } = options;
  const rungsOf = rememberedQuantiles(values);
  const ladderOf = (says: Distribution): Ladder => {
    const rungs = rungsOf(says);
    let sum = 0;
    for (const value of rungs) sum += value;
    return { rungs, unit: Math.sqrt(1 + Math.max(0, sum / values)) };
  };
  // The series of a panel share one past and are asked in turn.
  const known = new WeakMap<readonly PastTask[], Float64Array>();
  const movesOf = (past: readonly PastTask[]): Float64Array => {
    const found = known.get(past) ?? moves(past.map(({ says, observed }) => ({ ...ladderOf(says[0]), observed })));
    known.set(past, found);
    return found;
  };
  return ensembleOf({
    name: `conformal(${JSON.stringify(model.name)},${JSON.stringify({ origins })})`,
    ...{ members: [model], origins },
    combine: ([says], past, step) => {
      if (past.length < least) return says;
      const { rungs, unit } = ladderOf(says);
      const moved = movesOf(past).map((move, j) => Math.max(0, towardsMiddle(rungs[j] + unit * move, j)));
      return { family: "draws", values: coupled(moved, [says], step), ...(!holdsSample(says) && { isWhole: true }) };
    },
  });
}

/** How far each quantile has to move, in units: of the n + 1 places among n past misses, the one at (n + 1) p. */
function moves(past: readonly (Ladder & { readonly observed: number })[]): Float64Array {
  const n = past.length;
  const misses = new Float64Array(n);
  return Float64Array.from({ length: values }, (_, j) => {
    for (const [i, { rungs, unit, observed }] of past.entries()) misses[i] = (observed - rungs[j]) / unit;
    misses.sort();
    const place = Math.min(n, Math.max(1, ((n + 1) * (j + 0.5)) / values));
    const under = Math.floor(place);
    const low = misses[under - 1];
    return low + (place - under) * (misses[Math.min(n, under + 1) - 1] - low);
  });
}

/** The whole count nearest to a quantile on the side of the middle, so that the same counts lie within the interval. */
function towardsMiddle(value: number, j: number): number {
  return j < values / 2 ? Math.ceil(value - 1e-9) : Math.floor(value + 1e-9);
}

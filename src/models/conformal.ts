import type { Distribution } from "../core/distribution.js";
import { mean } from "../distributions/mean.js";
import { midQuantiles } from "../distributions/midQuantiles.js";
import { variance } from "../distributions/variance.js";
import type { Ensemble, PastTask } from "./ensemble.js";
import { ensembleOf } from "./ensembleOf.js";
import type { Model } from "./model.js";
import type { EnsembleOptions } from "./stacked.js";

/** Equally likely values that what is said is given by. */
const values = 200;

/** Steps in which the places of past counts in their forecasts are told. */
const bins = 50;

/**
 * A model whose chances are corrected by where past counts fell in its forecasts of them, at the same step, over all series
 * of the panel: if 80% fell below what it calls its 90% quantile, that quantile is called 80%. Counts of several chances
 * (the randomised PIT) are spread evenly over them; two tasks' worth of no correction is added. A twentieth of a wider
 * negative binomial is mixed in first, so that nothing beyond what was drawn is impossible. Coverage is as asked in the
 * long run where the future resembles the origins it learns from; there is no guarantee where it does not.
 *
 * @throws InputError when origins is not a whole number above 0
 * @see Vovk, Shen, Manokhin & Xie (2019) Machine Learning 108, 445–474; Czado, Gneiting & Held (2009) Biometrics 65, 1254–1261
 */
export function conformal(model: Model, { origins }: EnsembleOptions): Ensemble {
  const places = new WeakMap<PastTask, Float64Array>();
  const placesOf = (task: PastTask): Float64Array => {
    const found = places.get(task) ?? placeIn(task.says[0], task.observed);
    places.set(task, found);
    return found;
  };
  return ensembleOf({
    name: `conformal(${JSON.stringify(model.name)},${JSON.stringify({ origins })})`,
    ...{ members: [model], origins },
    combine: ([says], past) => {
      if (says === undefined || past.length === 0) return says;
      const below = Float64Array.from({ length: bins + 1 }, (_, i) => (2 * i) / bins);
      for (const task of past) {
        const own = placesOf(task);
        for (let i = 0; i <= bins; i++) below[i] += own[i];
      }
      const whole = below[bins];
      const ladder = ladderOf(says);
      const levels = Array.from({ length: values }, (_, i) => levelAt(below, ((i + 0.5) / values) * whole));
      const told = levels.map((level) => ladder[Math.min(values - 1, Math.floor(level * values))]);
      return { family: "draws", values: told.map((value) => Math.max(0, Math.round(value))) };
    },
  });
}

/** How much of a count's place lies at or below each of the bins' ends. */
function placeIn(says: Distribution, observed: number): Float64Array {
  const ladder = ladderOf(says);
  let [lower, upper] = [0, 0];
  while (lower < values && ladder[lower] < observed) lower++;
  for (upper = lower; upper < values && ladder[upper] <= observed; ) upper++;
  return Float64Array.from({ length: bins + 1 }, (_, i) => {
    const place = (i / bins) * values;
    if (i === bins || place >= upper) return 1;
    return place <= lower ? 0 : (place - lower) / (upper - lower);
  });
}

/** The level whose corrected one is asked: along straight lines between the bins' ends. */
function levelAt(below: Float64Array, target: number): number {
  let i = 1;
  while (i < bins && below[i] < target) i++;
  const step = below[i] - below[i - 1];
  return Math.max(0, i - 1 + (step > 0 ? (target - below[i - 1]) / step : 0)) / bins;
}

/** A forecast as rising, equally likely values, with a twentieth of a wider one in it. */
function ladderOf(says: Distribution): Float64Array {
  const centre = Math.max(0.05, mean(says));
  const spread = Math.max(2 * variance(says), centre + 0.05);
  const wide: Distribution = { family: "negbin", mean: centre, size: centre ** 2 / (spread - centre) };
  return midQuantiles({ family: "mixture", weights: [0.95, 0.05], of: [says, wide] }, values);
}

import { InputError } from "../core/errors.js";
import type { Resolved } from "../core/forecast.js";
import type { Score } from "../core/score.js";
import { holdsSample } from "../distributions/holdsSample.js";
import type { Metric } from "./metric.js";
import { taskText } from "./taskTable.js";

/**
 * What each resolved forecast earned by each metric; those not resolved earn nothing yet and have no row. A row has a finite
 * value or `null` for Infinity: where a metric says nothing of a forecast, or is -Infinity (`dss()` of what was sure and
 * came), there is no mean that could be had and none is left out, so that asking is a fault. Only what holds a sample has noise.
 *
 * @throws InputError when nothing is resolved, a metric is not for such a distribution, or its value is NaN or -Infinity
 */
export function score(resolved: readonly Resolved[], metrics: readonly Metric[]): Score[] {
  const known = resolved.filter((one) => one.state === "resolved");
  if (known.length === 0) throw new InputError(`score: needs a resolved forecast, got none of ${resolved.length}`);
  return known.flatMap((one) => {
    const { model, key, origin, target, step, asks, says, observed = Number.NaN } = one;
    return metrics.map((metric): Score => {
      const value = metric.score(says, observed);
      if (!(value > -Infinity))
        throw new InputError(
          `score: needs a number or Infinity of ${metric.name}, got ${value} (${model}, ${taskText(one)}); leave out the metric or the model`,
        );
      const noise = value < Infinity && holdsSample(says) ? metric.noise?.(says, observed) : undefined;
      return {
        ...{ model, key, origin, target, step, ...(asks !== undefined && { asks }), metric: metric.name },
        value: value === Infinity ? null : value,
        ...(noise !== undefined && Number.isFinite(noise) && { noise }),
      };
    });
  });
}

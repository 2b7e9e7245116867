import { InputError } from "../core/errors.js";
import type { Resolved } from "../core/forecast.js";
import type { Score } from "../core/score.js";
import type { Metric } from "./metric.js";

/**
 * What each resolved forecast earned by each metric; those not resolved earn nothing yet and have no row.
 *
 * @throws InputError when nothing is resolved, or a metric is not for such a distribution
 */
export function score(resolved: readonly Resolved[], metrics: readonly Metric[]): Score[] {
  const known = resolved.filter((one) => one.state === "resolved");
  if (known.length === 0) throw new InputError(`score: needs a resolved forecast, got none of ${resolved.length}`);
  return known.flatMap(({ model, key, origin, target, step, asks, says, observed = Number.NaN }) =>
    metrics.map((metric): Score => {
      const value = metric.score(says, observed);
      const noise = says.family === "draws" ? metric.noise?.(says, observed) : undefined;
      return {
        ...{ model, key, origin, target, step, ...(asks !== undefined && { asks }), metric: metric.name },
        value: value === Infinity ? null : value,
        ...(noise !== undefined && { noise }),
      };
    }),
  );
}

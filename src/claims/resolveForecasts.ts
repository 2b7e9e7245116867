import { type Day, isDay, nextPeriod } from "../core/day.js";
import { InputError } from "../core/errors.js";
import type { Forecast, Resolved } from "../core/forecast.js";
import type { Panel, Series } from "../core/panel.js";
import { sliceOf } from "../core/slice.js";
import { meetsThreshold } from "../core/thresholdText.js";

/**
 * Sets each forecast beside what came: the count of its period in the series of its key, counted alike. What is not over,
 * or not reached by the panel, is open; what the panel has no series for is annulled.
 *
 * @throws InputError when a series of the same key was counted otherwise than the forecasts', or asOf is not a day
 */
export function resolveForecasts(forecasts: readonly Forecast[], panel: Panel, { asOf }: { asOf: Day }): Resolved[] {
  if (!isDay(asOf))
    throw new InputError(`resolveForecasts: asOf needs a day as YYYY-MM-DD, got ${JSON.stringify(asOf)}`);
  const named = new Map(panel.map((series) => [nameOf(series), series]));
  return forecasts.map((one): Resolved => {
    const series = named.get(nameOf(one));
    const none = (state: "open" | "annulled", why: string): Resolved => ({
      ...one,
      ...{ state, evidence: series?.from ?? "", asOf, why },
    });
    if (series === undefined) return none("annulled", "no such series was counted");
    const until = nextPeriod(one.target, one.recipe.every);
    if (until > asOf) return none("open", `its period ends on ${until}`);
    const { values } = sliceOf(series, { since: one.target, until });
    if (values.length === 0) return none("open", `the counts do not reach ${one.target}`);
    const [count] = values;
    const observed = one.asks === undefined ? count : Number(meetsThreshold(one.asks, count));
    return { ...one, state: "resolved", observed, evidence: series.from, asOf };
  });
}

/** What forecasts and series are matched by: the key, and all of how it was counted but the days looked at. */
function nameOf({ key, recipe }: Pick<Series, "key" | "recipe">): string {
  const where = recipe.where
    .map(({ since: _, until: __, ...rest }) => rest)
    .filter((one) => Object.keys(one).length > 0);
  return JSON.stringify([Object.entries(key).sort(), where, recipe.every, recipe.measure]);
}

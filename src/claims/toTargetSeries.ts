import { type Day, isDay, nextPeriod } from "../core/day.js";
import { InputError } from "../core/errors.js";
import type { HubRow } from "../core/hubRow.js";
import type { Panel } from "../core/panel.js";
import { dayNamed, hubTarget, taskIds } from "./toHub.js";

/**
 * A panel as a hub's target time series: a row for each series and period, with what was counted and the day as of which.
 *
 * @throws InputError when asOf is not a day, or a key cannot be a hub's column
 * @see hubverse documentation, "Target data"
 */
export function toTargetSeries(
  panel: Panel,
  { asOf, dates = "last" }: { readonly asOf: Day; readonly dates?: "last" | "first" },
): HubRow[] {
  if (!isDay(asOf)) throw new InputError(`toTargetSeries: asOf needs a day as YYYY-MM-DD, got ${JSON.stringify(asOf)}`);
  const day = dates === "last" ? "target_end_date" : "target_date";
  return panel.flatMap(({ key, recipe, start, values }) => {
    const task = { ...taskIds(key, "toTargetSeries"), target: hubTarget({ key, recipe }) };
    let period = start;
    return values.map((observation): HubRow => {
      const row = { as_of: asOf, [day]: dayNamed(period, recipe.every, dates), ...task, observation };
      period = nextPeriod(period, recipe.every);
      return row;
    });
  });
}

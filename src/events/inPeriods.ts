import { daysShared, nextPeriod, periodOf } from "../core/day.js";
import { isRatio } from "../core/isRatio.js";
import type { Panel, Series } from "../core/panel.js";

/**
 * The same counts with exposure in periods rather than days, as in "events per month"; a cut period is a fraction of one.
 * A share or ratio keeps its whole.
 */
export function inPeriods(panel: Panel): Panel {
  return panel.map((series) => ({ ...series, exposure: exposureOf(series) }));
}

function exposureOf({ start, exposure, recipe }: Series): readonly number[] {
  if (isRatio(recipe)) return exposure;
  let period = periodOf(start, recipe.every);
  return exposure.map((days) => {
    const first = period;
    period = nextPeriod(first, recipe.every);
    return days / daysShared(first, recipe.every, { since: first, until: period });
  });
}

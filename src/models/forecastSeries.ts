import type { Forecast } from "../core/forecast.js";
import type { Series } from "../core/panel.js";
import { random } from "../math/random.js";
import { seedFor } from "../math/seedFor.js";
import { periodsAfter } from "./histories.js";
import type { History, Model } from "./model.js";

/** What is asked of a model of each series. */
export interface Asked {
  readonly ahead: number;
  readonly seed: number;
  readonly draws: number;
}

/**
 * What one model says of the periods after one series ends. What it draws hangs on the seed, its name, the series' key and
 * origin alone, so that it says the same in a forecast and in a back-test, on any core.
 *
 * @throws InputError when the model cannot be fitted to this history
 */
export function forecastSeries(
  model: Model,
  series: Series,
  history: History,
  { ahead, seed, draws }: Asked,
): Forecast[] {
  const { key, recipe, from } = series;
  const { origin, targets, exposure } = periodsAfter(series, ahead);
  const uniform = random(seedFor(seed, JSON.stringify([model.name, key, origin])));
  const says = model.fit(history).ahead({ exposure, draws, uniform });
  return targets.map((target, step) => ({
    ...{ model: model.name, key, recipe, from, origin, target, step: step + 1, says: says[step] },
  }));
}

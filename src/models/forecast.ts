import { InputError } from "../core/errors.js";
import type { Forecast } from "../core/forecast.js";
import { keyText } from "../core/keyText.js";
import type { Panel } from "../core/panel.js";
import { forecastSeries } from "./forecastSeries.js";
import { historiesOf } from "./histories.js";
import type { Model } from "./model.js";
import { neededBy } from "./neededBy.js";

export interface ForecastOptions {
  /** How many periods ahead: 6 gives the next 6. */
  readonly ahead: number;
  readonly seed: number;
  /** How many draws, of models that say by draws what may come; 1,000 unless said. */
  readonly draws?: number;
}

/**
 * What each model says of the periods after each series ends. The same seed gives the same forecasts, whatever else is
 * forecast beside them.
 *
 * @throws InputError when the series are not counts over the same periods, are shorter than a model needs, or cannot be fitted
 */
export function forecast(panel: Panel, models: readonly Model[], options: ForecastOptions): Forecast[] {
  const { ahead, seed, draws = 1000 } = options;
  checkForecast({ ahead, seed, draws }, "forecast");
  const histories = historiesOf(panel, "forecast");
  return models.flatMap((model) =>
    panel.flatMap((series, i): Forecast[] => {
      const { length } = series.values;
      const needs = neededBy(model, series.recipe.every);
      if (length < needs)
        throw new InputError(`forecast: ${model.name} needs ${needs} periods, got ${length} (${keyText(series.key)})`);
      return forecastSeries(model, series, histories[i], { ahead, seed, draws });
    }),
  );
}

/** @throws InputError when an option cannot be */
export function checkForecast({ ahead, seed, draws }: Required<ForecastOptions>, verb: string): void {
  if (!(Number.isInteger(ahead) && ahead > 0))
    throw new InputError(`${verb}: ahead needs a whole number above 0, got ${ahead}`);
  if (!Number.isSafeInteger(seed)) throw new InputError(`${verb}: seed needs a whole number, got ${seed}`);
  if (!(Number.isInteger(draws) && draws > 0))
    throw new InputError(`${verb}: draws needs a whole number above 0, got ${draws}`);
}

import type { BacktestPart, Failure } from "../core/backtest.js";
import { type Day, nextPeriod } from "../core/day.js";
import { DataError, InputError, whyOf } from "../core/errors.js";
import type { Forecast } from "../core/forecast.js";
import { keyText } from "../core/keyText.js";
import type { Panel, Series } from "../core/panel.js";
import { type Asked, forecastSeries } from "./forecastSeries.js";
import { historiesOf } from "./histories.js";
import type { Model } from "./model.js";
import { neededBy } from "./neededBy.js";

/**
 * All that one model says from one origin of what is left of a panel once the periods after the origin are cut off, and of
 * the rest all but the last `window`. What a model refuses is a failure; whatever else it throws is a bug in it, no fact about
 * the counts, and ends the back-test with the model, the series and the origin named.
 *
 * @throws InputError when what is left are no counts over the same periods
 */
export function backtestPart(
  panel: Panel,
  model: Model,
  origin: Day,
  { window, ...asked }: Asked & { readonly window?: number },
): BacktestPart {
  const past = panel.map((series) => upTo(series, origin, window));
  const histories = historiesOf(past, "backtest");
  const forecasts: Forecast[] = [];
  const failures: Failure[] = [];
  for (const [i, series] of past.entries()) {
    const { key, values, recipe } = series;
    const needs = neededBy(model, recipe.every);
    const fail = (why: string): void => void failures.push({ model: model.name, key, origin, why });
    if (values.length < needs) fail(`needs ${needs} periods, got ${values.length}`);
    else {
      try {
        forecasts.push(...forecastSeries(model, series, histories[i], asked));
      } catch (error) {
        if (!(error instanceof InputError || error instanceof DataError))
          throw new Error(`backtest: ${model.name} broke (${keyText(series.key)} at ${origin}): ${error}`, {
            cause: error,
          });
        fail(whyOf(error));
      }
    }
  }
  return { model: model.name, origin, forecasts, failures };
}

/** A series up to an origin and no further, and no longer than a window. */
export function upTo(series: Series, origin: Day, window = Infinity): Series {
  const days: Day[] = [];
  for (let day = series.start; day <= origin && days.length < series.values.length; ) {
    days.push(day);
    day = nextPeriod(day, series.recipe.every);
  }
  const first = Math.max(0, days.length - window);
  return {
    ...series,
    start: days[first] ?? series.start,
    values: series.values.slice(first, days.length),
    exposure: series.exposure.slice(first, days.length),
  };
}

import type { Failure } from "../core/backtest.js";
import { InputError } from "../core/errors.js";
import type { Forecast } from "../core/forecast.js";
import type { Panel } from "../core/panel.js";
import { random } from "../math/random.js";
import { seedFor } from "../math/seedFor.js";
import { nameOf, periodsAfter } from "./histories.js";
import type { History, Model } from "./model.js";

/** What one model says of the periods after one series ends; its draws hang on the seed, model, key and origin alone. */
export function forecastOne(
  panel: Panel,
  histories: readonly History[],
  place: number,
  model: Model,
  { ahead, seed, draws, verb }: { ahead: number; seed: number; draws: number; verb: string },
): Forecast[] {
  const series = panel[place];
  const { length } = series.values;
  if (length < model.needs)
    throw new InputError(`${verb}: ${model.name} needs ${model.needs} periods, got ${length} (${nameOf(series)})`);
  const { key, recipe, from } = series;
  const { origin, targets, exposure } = periodsAfter(series, ahead);
  const uniform = random(seedFor(seed, JSON.stringify([model.name, key, origin])));
  const says = model.fit(histories[place]).ahead({ exposure, draws, uniform });
  return targets.map((target, step) => ({
    ...{ model: model.name, key, recipe, from, origin, target, step: step + 1, says: says[step] },
  }));
}

/** The same, where a model that cannot be fitted is a failure with its reason. */
export function forecastOrFail(
  panel: Panel,
  histories: readonly History[],
  place: number,
  model: Model,
  options: { ahead: number; seed: number; draws: number },
): { forecasts: Forecast[]; failures: Failure[] } {
  try {
    return { forecasts: forecastOne(panel, histories, place, model, { ...options, verb: "backtest" }), failures: [] };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const { origin } = periodsAfter(panel[place], 0);
    return { forecasts: [], failures: [{ model: model.name, key: panel[place].key, origin, why: error.message }] };
  }
}

import { InputError } from "../core/errors.js";
import type { Fitted } from "../core/fitted.js";
import { keyText } from "../core/keyText.js";
import type { Panel } from "../core/panel.js";
import { historiesOf, periodsAfter } from "./histories.js";
import type { Model } from "./model.js";
import { neededBy } from "./neededBy.js";

/**
 * What each model learns from each series: its parameters and, where it has one, its likelihood.
 *
 * @throws InputError when the series are not counts over the same periods, are shorter than a model needs, or cannot be fitted
 */
export function fit(panel: Panel, models: readonly Model[]): Fitted[] {
  const histories = historiesOf(panel, "fit");
  return models.flatMap((model) =>
    panel.map((series, i): Fitted => {
      const { key, recipe, from, values } = series;
      const n = values.length;
      const needs = neededBy(model, recipe.every);
      if (n < needs)
        throw new InputError(`fit: ${model.name} needs ${needs} periods, got ${n} (${keyText(series.key)})`);
      const { parameters, logLikelihood } = model.fit(histories[i]);
      const { origin } = periodsAfter(series, 0);
      return {
        ...{ model: model.name, key, recipe, from, origin, n, parameters },
        ...(logLikelihood !== undefined && { logLikelihood }),
      };
    }),
  );
}

import { InputError } from "../core/errors.js";
import type { Forecast, Threshold } from "../core/forecast.js";
import { checkThreshold, thresholdChance } from "../distributions/thresholdChance.js";

/**
 * Turns forecasts of counts into forecasts of yes or no: the chance that the count meets a threshold. Chances far below 1e-300
 * aside, which no number holds, each keeps all its digits, small ones too.
 *
 * @throws InputError when a forecast is of yes or no already, or the threshold is not exactly one bound
 * @example
 * ask([{ says: { family: "poisson", mean: 1e-8 } }], { atLeast: 1 })[0].says.p // 9.99999995e-9
 */
export function ask(forecasts: readonly Forecast[], threshold: Threshold): Forecast[] {
  checkThreshold(threshold, "ask");
  return forecasts.map((one) => {
    if (one.asks !== undefined)
      throw new InputError(`ask: needs forecasts of counts, got one of yes or no (${one.model}, ${one.target})`);
    return { ...one, says: { family: "bernoulli", p: thresholdChance(one.says, threshold) }, asks: threshold };
  });
}

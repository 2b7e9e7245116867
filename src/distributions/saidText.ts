import type { Forecast } from "../core/forecast.js";
import { decimals, percent } from "../core/print.js";
import { thresholdText } from "../core/thresholdText.js";
import { quantile } from "./quantile.js";

/**
 * What a forecast says, in short: the chance of its question, or the median with the interval that holds nine tenths.
 *
 * @example
 * saidText({ says: { family: "bernoulli", p: 0.3 }, asks: { atLeast: 20 } }) // "30% at least 20"
 * saidText({ says: { family: "poisson", mean: 4 } }) // "4 [1, 8]"
 */
export function saidText({ says, asks }: Pick<Forecast, "says" | "asks">): string {
  if (asks !== undefined && says.family === "bernoulli") return `${percent(says.p)} ${thresholdText(asks)}`;
  const [low, middle, high] = [0.05, 0.5, 0.95].map((p) => {
    const value = quantile(says, p);
    return decimals(value, Number.isInteger(value) ? 0 : 1);
  });
  return `${middle} [${low}, ${high}]`;
}

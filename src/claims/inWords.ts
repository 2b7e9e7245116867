import { InputError } from "../core/errors.js";
import type { Forecast, Threshold } from "../core/forecast.js";
import { keyText } from "../core/keyText.js";
import { likelihoodRange, likelihoodWord } from "../core/likelihoodWords.js";
import { percent } from "../core/print.js";
import type { SaidInWords } from "../core/saidInWords.js";
import { thresholdText } from "../core/thresholdText.js";
import { wordsFor } from "../core/wordsFor.js";
import { thresholdChance } from "../distributions/thresholdChance.js";

export interface InWordsOptions {
  /** The question about a count; a yes-or-no forecast has its own. */
  readonly asks?: Threshold;
  /** Which of the two rows of ICD 203; a text keeps to one. */
  readonly row?: "likelihood" | "probability";
}

/**
 * A forecast in the words of ICD 203, with the chance that they stand for: "very likely (80% to 95%)". Below 1% and above
 * 99% there is no word, and the chance is said alone.
 *
 * @throws InputError when it is a forecast of a count and nothing is asked, or a yes-or-no forecast and something else is
 * @see Office of the Director of National Intelligence (2015) Intelligence Community Directive 203, Analytic Standards, D.6.e.(2)
 * @example
 * inWords({ model: "zero()", key: { zone: "delta" }, recipe: { where: [], by: ["zone"], every: "month", measure: "events" }, from: "", origin: "2024-01-01", target: "2024-02-01", step: 1, says: { family: "draws", values: [2, 6, 7, 9, 9] } }, { asks: { above: 5 } }).reading // "very likely (80%; the word means 80% to 95%): above 5 events in the month of 2024-02-01 (delta)"
 */
export function inWords(forecast: Forecast, { asks, row = "likelihood" }: InWordsOptions = {}): SaidInWords {
  const { key, recipe, target, says } = forecast;
  const asked = forecast.asks ?? asks;
  if (asked === undefined)
    throw new InputError(`inWords: needs a question about the count, got none; asks: { above: 5 } sets one`);
  if (forecast.asks !== undefined && asks !== undefined && JSON.stringify(asks) !== JSON.stringify(forecast.asks))
    throw new InputError(`inWords: the forecast is of ${thresholdText(forecast.asks)}, got ${thresholdText(asks)}`);
  const p = forecast.asks !== undefined && says.family === "bernoulli" ? says.p : thresholdChance(says, asked);
  // A sum of chances may pass 1 by its last digit.
  const chance = Math.min(1, Math.max(0, p));
  const word = wordsFor(chance).find((one) => likelihoodWord(one)?.row === row);
  const range = word === undefined ? undefined : likelihoodRange(word);
  const measure = typeof recipe.measure === "string" ? recipe.measure : "share";
  const about = `${thresholdText(asked)} ${measure} in the ${recipe.every} of ${target} (${keyText(key)})`;
  if (word === undefined || range === undefined)
    return { p: chance, reading: `${percent(chance)}, for which ICD 203 has no word: ${about}` };
  const means = `the word means ${percent(range[0])} to ${percent(range[1])}`;
  return { p: chance, word, range, reading: `${word} (${percent(chance)}; ${means}): ${about}` };
}

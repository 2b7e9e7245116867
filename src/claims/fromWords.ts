import { InputError } from "../core/errors.js";
import type { Forecast } from "../core/forecast.js";
import { likelihoodWord } from "../core/likelihoodWords.js";
import type { Likelihood } from "../core/reportClaim.js";
import type { WordForecast } from "../core/wordForecast.js";

/**
 * A forecast made in words, such as "will likely": the chance of yes is the middle of the word's range in ICD 203, or of the
 * publisher's own, and the range is kept. Scored at one number only; `scoreWords` scores both ends.
 *
 * @throws InputError when the word has no range, the range is none, or nothing is asked
 * @see Office of the Director of National Intelligence (2015) Intelligence Community Directive 203, Analytic Standards, D.6.e.(2)
 * @example
 * fromWords({ word: "probably" }, { model: "report", key: {}, recipe: { where: [], by: [], every: "month", measure: "events" }, from: "", origin: "2024-01-01", target: "2024-02-01", step: 1, asks: { above: 5 } }).said.range // [0.55, 0.8]
 */
export function fromWords({ word, range }: Likelihood, about: Omit<Forecast, "says">): WordForecast {
  if (about.asks === undefined)
    throw new InputError(`fromWords: needs a question (asks) that the word answers, got none`);
  const known = likelihoodWord(word);
  const [low, high] = range ?? known?.range ?? [];
  if (low === undefined || high === undefined)
    throw new InputError(
      `fromWords: ${JSON.stringify(word)} has no range: ${known?.why ?? "it is no word of likelihood that we know"}`,
    );
  if (!(low >= 0 && low <= high && high <= 1))
    throw new InputError(`fromWords: a range needs two numbers in order from 0 to 1, got ${low} and ${high}`);
  return { ...about, says: { family: "bernoulli", p: (low + high) / 2 }, said: { word, range: [low, high] } };
}

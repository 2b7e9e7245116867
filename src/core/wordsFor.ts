import { InputError } from "./errors.js";
import { likelihoodWords } from "./likelihoodWords.js";

/**
 * The words of ICD 203 for a probability, of likelihood first, then of probability. Where two ranges meet the stronger
 * word is given, the one further from even: 0.8 is "very likely", 0.2 "very unlikely". Empty below 0.01 and above 0.99,
 * for which there are none.
 *
 * @throws InputError when the number does not lie from 0 to 1
 * @see Office of the Director of National Intelligence (2015) Intelligence Community Directive 203, Analytic Standards, D.6.e.(2)
 * @example
 * wordsFor(0.8) // ["very likely", "highly probable"]
 * wordsFor(0.995) // []
 */
export function wordsFor(p: number): string[] {
  if (!(p >= 0 && p <= 1)) throw new InputError(`wordsFor: needs a probability from 0 to 1, got ${p}`);
  const fits = likelihoodWords().flatMap(({ word, range: [low, high] = [2, 2] }) =>
    p >= low && p <= high ? [{ word, strength: Math.abs((low + high) / 2 - 0.5) }] : [],
  );
  const most = Math.max(...fits.map((one) => one.strength));
  return fits.filter((one) => one.strength === most).map((one) => one.word);
}

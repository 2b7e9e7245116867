import { InputError } from "../core/errors.js";

/** What a word says of a ratio of later to earlier: `low < ratio <= high`. Ours, and open to argument: change it here. */
const ratios: Readonly<Record<string, readonly [number, number]>> = {
  "more than halved": [0, 0.5],
  halved: [0.45, 0.55],
  "nearly halved": [0.5, 0.6],
  decreased: [0, 1],
  increased: [1, Infinity],
  doubled: [1.8, 2.2],
  "more than doubled": [2, Infinity],
};

const numerals = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/** How far, in units, each word lets a number lie below and above the one it names. */
const reaches: Readonly<Record<string, readonly [number, number]>> = {
  nearly: [0.5, 0],
  about: [0.5, 0.5],
  "more than": [0, Infinity],
};

/**
 * The ratios or quantities, above the first and up to the second, that a word stands for: "nearly halved", "nearly five".
 *
 * @throws InputError when the word is not one we have a range for
 * @example
 * wordRange("nearly five") // [4.5, 5]
 */
export function wordRange(word: string): readonly [number, number] {
  if (Object.hasOwn(ratios, word)) return ratios[word];
  const [, reach = "", numeral = ""] = /^(\D+) (\w+)$/.exec(word) ?? [];
  const number = numerals.indexOf(numeral) + 1;
  if (number > 0 && Object.hasOwn(reaches, reach)) return [number - reaches[reach][0], number + reaches[reach][1]];
  const known = [...Object.keys(ratios), ...Object.keys(reaches).map((one) => `${one} five`)].join(", ");
  throw new InputError(`wordRange: ${JSON.stringify(word)} has no range (there are ${known})`);
}

/** Whether a ratio or quantity is one that the word stands for. */
export function fitsWord(value: number, word: string): boolean {
  const [low, high] = wordRange(word);
  return value > low && value <= high;
}

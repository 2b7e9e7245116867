import { InputError } from "../core/errors.js";
import { quantityRow } from "./quantityWords.js";
import { ratioWords } from "./ratioWords.js";
import type { WordRow } from "./wordRow.js";

/**
 * The ratios or quantities, from the first to the second, that a word stands for: "nearly halved", "nearly five", "several
 * dozen", "between four and six". The ranges are ours: `ratioWords` and `quantityWords` list them.
 *
 * @throws InputError when the word is not one we have a range for
 * @example
 * wordRange("nearly five") // [4.5, 5]
 */
export function wordRange(word: string): readonly [number, number] {
  const { low, high } = rowOf(word);
  return [low, high];
}

/** Whether a ratio or quantity is one that the word stands for. */
export function fitsWord(value: number, word: string): boolean {
  const { low, high, hasLow, hasHigh } = rowOf(word);
  return (hasLow ? value >= low : value > low) && (hasHigh || high === Infinity ? value <= high : value < high);
}

/**
 * The range of a word, with its ends and whose it is.
 *
 * @throws InputError when the word is not one we have a range for
 */
function rowOf(word: string): WordRow {
  const row = ratioWords().find((one) => one.word === word) ?? quantityRow(word);
  if (row !== undefined) return row;
  const known = ratioWords().map((one) => one.word);
  throw new InputError(
    `wordRange: ${JSON.stringify(word)} has no range (there are ${known.join(", ")}; and quantities such as nearly five, at least 20, several dozen, between four and six)`,
  );
}

import { InputError } from "../core/errors.js";
import { type Stretch, totalOf } from "./test.js";

/**
 * How many of how many a stretch counts, over all its periods.
 *
 * @throws InputError when the whole is 0, a part exceeds it, or either is not a whole number
 */
export function partOf(stretch: Stretch, verb: string): { part: number; whole: number } {
  const { count: part, exposure: whole } = totalOf(stretch);
  if (!(Number.isInteger(part) && Number.isInteger(whole) && part <= whole))
    throw new InputError(`${verb}: needs a part of a whole in whole numbers, got ${part} of ${whole}`);
  return { part, whole };
}

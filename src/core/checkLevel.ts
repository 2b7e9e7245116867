import { InputError } from "./errors.js";

/** @throws InputError when a level is not between 0 and 1 */
export function checkLevel(level: number, verb: string): void {
  if (!(Number.isFinite(level) && level > 0 && level < 1))
    throw new InputError(`${verb}: level needs a number between 0 and 1, got ${level}`);
}

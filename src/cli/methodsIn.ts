import { InputError } from "../core/errors.js";

/**
 * The names in a list with commas; `all` is every one there is.
 *
 * @throws InputError when a name is not known, or stands twice
 */
export function methodsIn(text: string, known: readonly string[], verb: string): readonly string[] {
  if (text === "all") return known;
  const names = text.split(",");
  const odd = names.find((name, i) => !known.includes(name) || names.indexOf(name) !== i);
  if (odd !== undefined)
    throw new InputError(
      `${verb}: --method needs each once of ${known.join(", ")}, or all, got ${JSON.stringify(odd)}`,
    );
  return names;
}

/**
 * A number as a person gives it.
 *
 * @throws InputError when it is none
 */
export function numberOf(text: string, option: string): number {
  const value = Number(text);
  if (text.trim() === "" || !Number.isFinite(value))
    throw new InputError(`${option}: needs a number, got ${JSON.stringify(text)}`);
  return value;
}

/**
 * A seed as a person gives it.
 *
 * @throws InputError when it is no whole number
 */
export function seedOf(text: string, option: string): number {
  const seed = numberOf(text, option);
  if (!Number.isSafeInteger(seed)) throw new InputError(`${option}: needs a whole number, got ${text}`);
  return seed;
}

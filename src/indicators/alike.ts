import { InputError } from "../core/errors.js";
import { keyText } from "../core/keyText.js";
import type { Series } from "../core/panel.js";

/**
 * Refuses two series that were not counted on one grid from one snapshot: their periods would not mean the same.
 *
 * @throws InputError that names what differs
 */
export function checkAlike(one: Series, other: Series, verb: string): void {
  const differs = (what: string, first: unknown, second: unknown): void => {
    if (first !== second)
      throw new InputError(
        `${verb}: needs series with the same ${what}, got ${first} and ${second} (${keyText(other.key)})`,
      );
  };
  differs("period", one.recipe.every, other.recipe.every);
  differs("first day", one.start, other.start);
  differs("number of periods", one.values.length, other.values.length);
  differs("snapshot", one.from, other.from);
}

import { InputError } from "../core/errors.js";
import type { Stretch } from "./test.js";

/**
 * The rate of each period.
 *
 * @throws InputError when a period has no exposure
 */
export function ratesOf({ values, exposure }: Stretch, verb: string): number[] {
  return values.map((value, i) => {
    if (!(exposure[i] > 0)) {
      throw new InputError(`${verb}: needs exposure above 0 in every period, got ${exposure[i]} (period ${i + 1})`);
    }
    return value / exposure[i];
  });
}

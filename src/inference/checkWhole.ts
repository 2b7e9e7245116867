import { InputError } from "../core/errors.js";
import type { Stretch } from "./test.js";

/** @throws InputError when a count is not a whole number from 0, or there are events in a period without exposure */
export function checkWhole({ values, exposure }: Stretch, verb: string): void {
  values.forEach((value, i) => {
    if (!(Number.isInteger(value) && value >= 0))
      throw new InputError(`${verb}: needs whole counts from 0, got ${value} (period ${i + 1})`);
    if (!(exposure[i] > 0 || (exposure[i] === 0 && value === 0)))
      throw new InputError(`${verb}: needs exposure where events are, got ${exposure[i]} (period ${i + 1})`);
  });
}

import type { Distribution } from "../core/distribution.js";
import { InputError } from "../core/errors.js";
import { familyOf } from "../distributions/families.js";

/** @throws InputError when the parameters of a forecast cannot be, or what came is not a finite number */
export function checkScored(metric: string, says: Distribution, observed: number): void {
  familyOf(metric, says);
  if (!Number.isFinite(observed))
    throw new InputError(`${metric}: needs a finite number to have come, got ${observed}`);
}

import { InputError } from "../core/errors.js";
import type { Resolved } from "../core/forecast.js";

/** A forecast whose outcome is known. */
export interface Known extends Resolved {
  readonly observed: number;
}

/** @throws InputError when nothing is resolved, or an outcome is not a number */
export function resolvedOnes(resolved: readonly Resolved[], verb: string): Known[] {
  const known = resolved.flatMap((one): Known[] => {
    if (one.state !== "resolved") return [];
    const { observed = Number.NaN } = one;
    if (Number.isFinite(observed)) return [{ ...one, observed }];
    throw new InputError(`${verb}: needs a number as outcome, got ${observed} (${one.model}, target ${one.target})`);
  });
  if (known.length === 0) throw new InputError(`${verb}: needs a resolved forecast, got none of ${resolved.length}`);
  return known;
}

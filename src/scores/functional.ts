import type { Distribution } from "../core/distribution.js";
import { InputError } from "../core/errors.js";
import type { Functional } from "../core/reliabilityRow.js";
import { mean } from "../distributions/mean.js";
import { quantile } from "../distributions/quantile.js";

/** What a forecast says, as one number. */
export function saidBy(says: Distribution, of: Functional): number {
  return of === "mean" ? mean(says) : quantile(says, of.quantile);
}

/** @throws InputError when it is neither the mean nor a quantile between 0 and 1 */
export function checkFunctional(of: Functional, verb: string): void {
  if (of !== "mean" && !(of.quantile > 0 && of.quantile < 1))
    throw new InputError(`${verb}: of needs "mean" or a quantile between 0 and 1, got ${JSON.stringify(of)}`);
}

/** The pinball loss: of the median half the absolute error. */
export function pinball(says: number, observed: number, level: number): number {
  return says > observed ? (1 - level) * (says - observed) : level * (observed - says);
}

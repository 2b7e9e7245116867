import type { Every } from "../core/day.js";
import type { Model } from "./model.js";

/** The least number of periods of such a length that a model can be fitted to. */
export function neededBy(model: Model, every: Every): number {
  return model.needsOf?.(every) ?? model.needs;
}

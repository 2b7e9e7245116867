import type { Day } from "./day.js";
import type { Key, Recipe } from "./panel.js";

/** What an indicator makes of counts, period by period. */
export interface Derived {
  readonly key: Key;
  /** How the counts below it were counted. */
  readonly recipe: Recipe;
  /** The hash of the snapshot they were counted from. */
  readonly from: string;
  /** The first day of the first period. */
  readonly start: Day;
  /** The plug-in, as it was called. */
  readonly indicator: string;
  readonly unit: string;
  /** One number a period; `null` where the indicator is not defined, which is not 0. */
  readonly values: readonly (number | null)[];
}

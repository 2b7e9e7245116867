import type { Day } from "./day.js";
import type { Key, Recipe } from "./panel.js";

/** What a model learnt from one series. */
export interface Fitted {
  readonly model: string;
  readonly key: Key;
  readonly recipe: Recipe;
  readonly from: string;
  /** The first day of the last period that was seen. */
  readonly origin: Day;
  /** Periods seen. */
  readonly n: number;
  /** What was estimated, by name. */
  readonly parameters: Readonly<Record<string, number>>;
  /** Natural logarithm, with every constant; absent where the model has none. */
  readonly logLikelihood?: number;
}

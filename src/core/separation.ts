import type { Day } from "./day.js";

/** How well the explanations can be told apart, before any of the periods forecast is seen. */
export interface Separation {
  /** The zones that are seen. */
  readonly zones: readonly string[];
  /** Whether only their sum is. */
  readonly together: boolean;
  readonly periods: readonly Day[];
  readonly hypotheses: readonly { readonly id: string; readonly label: string }[];
  /** Of data made under the one of the row, the share for which the one of the column comes out first; ties are shared. */
  readonly matrix: readonly (readonly number[])[];
  readonly pairs: readonly SeparationPair[];
  /** Data sets made under each. */
  readonly draws: number;
  readonly seed: number;
}

/** Two explanations, when only these two are in question: how often the likelier of them is the one that made the data. */
export interface SeparationPair {
  readonly one: string;
  readonly other: string;
  /** 0.5 is chance; half of the data sets are made under each. */
  readonly accuracy: number;
}

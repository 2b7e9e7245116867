import type { Day, Span } from "./day.js";

/** What a regression explains counts by, beside a level that is always there: plain data, so that it replays and prints. */
export type Term =
  /** A steady change per year. */
  | { readonly trend: true }
  /** The season, by this many waves a year: 1 is one high and one low. */
  | { readonly harmonics: number }
  /** A change of level from a day on, for good or until another day. */
  | { readonly step: Day; readonly until?: Day }
  /** A change of the slope per year from a day on. */
  | { readonly ramp: Day }
  /** A level of its own for one stretch. */
  | { readonly pulse: Span }
  /** A level of its own for each value of a key; the first in sorted order is what the others are compared with. */
  | { readonly by: string }
  /** What one term does differently where the other one is on. */
  | { readonly interaction: readonly [Term, Term] }
  /** Numbers of the user's own, one for each period from the first of the panel to the last. */
  | { readonly column: string; readonly values: readonly number[] };

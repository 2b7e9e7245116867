import type { Day, Every } from "../core/day.js";
import type { Distribution } from "../core/distribution.js";

/** Counts up to an origin and the exposure of each, in the same unit throughout. */
export interface Past {
  readonly values: readonly number[];
  readonly exposure: readonly number[];
}

/** What a model may look at: one series up to its origin, and those counted beside it. */
export interface History extends Past {
  /** The first day of the first period. */
  readonly start: Day;
  readonly every: Every;
  /** All series of the panel over the same periods, in the panel's order; this one stands at `place`. */
  readonly beside: readonly Past[];
  readonly place: number;
}

/** What is asked of a fitted model. */
export interface Ahead {
  /** Of each period ahead, the first of them the next after the origin; in the unit of the history's. */
  readonly exposure: readonly number[];
  /** How many draws, where the model says what may come by draws. */
  readonly draws: number;
  /** Uniform numbers in [0, 1). */
  readonly uniform: () => number;
}

/** A model that has seen a history. */
export interface Fit {
  /** What was estimated, by name. */
  readonly parameters: Readonly<Record<string, number>>;
  /** Natural logarithm, with every constant; absent where the model has none. */
  readonly logLikelihood?: number;
  /** What may come, a distribution for each period ahead. Draws of one place belong together: they are one path. */
  ahead(asked: Ahead): readonly Distribution[];
}

/** A way to forecast counts. */
export interface Model {
  /** The call as written, such as `conflictology(12)`: its arguments are JSON, so that the name makes the model anew. */
  readonly name: string;
  /** The least number of periods it can be fitted to; where `needsOf` is given, of months. */
  readonly needs: number;
  /** The least number of periods of this length, of a model that looks back by years; as many as of months unless given. */
  needsOf?(every: Every): number;
  /** @throws InputError when this history does not let it be fitted, such as one without an event */
  fit(history: History): Fit;
}

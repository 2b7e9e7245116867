import type { Distribution } from "../core/distribution.js";

/** A number that a forecast earns once what came is known. */
export interface Metric {
  /** The call as written, such as `coverage(0.9)`. */
  readonly name: string;
  /** Where its mean is best: low for a loss, 0 for a bias, a number (such as 0.9) for a coverage. */
  readonly best: "low" | number;
  /** Whether, in the mean, nobody can earn less than with what they believe. */
  readonly isProper: boolean;
  /**
   * Infinity where nothing worse can be earned; NaN where it says nothing, such as the squared gap over a variance that
   * there is not.
   */
  score(says: Distribution, observed: number): number;
  /**
   * The standard error that a finite number of draws leaves in the score: 0 of what holds no sample, NaN where it cannot be
   * told (of one draw, or where no draw of a mixture's part is what came for the log score). Absent where it is always
   * exact, or moves by jumps alone. Parts of a mixture are taken as drawn each for itself, but for parts with the same draws.
   */
  noise?(says: Distribution, observed: number): number;
}

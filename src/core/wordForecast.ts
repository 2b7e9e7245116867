import type { Forecast } from "./forecast.js";
import type { Likelihood } from "./reportClaim.js";

/** A yes-or-no forecast that was made in words: its chance is the middle of the word's range, which is kept beside it. */
export interface WordForecast extends Forecast {
  readonly said: Required<Likelihood>;
}

import { fitCroston } from "./croston.js";
import { checkAlpha } from "./intermittent.js";
import type { Model } from "./model.js";

/**
 * Croston's method with Syntetos and Boylan's correction: its point forecast times 1 - alpha / 2, because a ratio of two smoothed
 * numbers lies too high on average. All else is as in `croston`, that it knows no season and then covers too seldom included. As the
 * correction is taken off the chance of an event, that of a 0 is at least alpha / 2, even where every period had an event.
 *
 * @throws InputError when alpha is not from 0 to 1
 * @see Syntetos & Boylan (2005) International Journal of Forecasting 21, 303–314
 * @example
 * sba(0.1).name // "sba(0.1)"
 */
export function sba(alpha: number | null = null): Model {
  checkAlpha(alpha, "sba");
  return { name: `sba(${alpha ?? ""})`, needs: 2, fit: (history) => fitCroston(history, alpha, (one) => 1 - one / 2) };
}

import { InputError } from "../core/errors.js";
import type { Resolved } from "../core/forecast.js";
import type { Score } from "../core/score.js";
import type { Metric } from "./metric.js";
import { score } from "./score.js";

/** A resolved forecast and for how many days it stood. */
export interface Spell {
  readonly resolved: Resolved;
  readonly days: number;
}

/**
 * The time-averaged score of each question over all that one forecaster said of it: every day counts what the forecast that
 * stood then earned, so that a good forecast late does not hide a bad one early. `spells` are of one question; the row is that
 * of the last forecast, under the name `time-averaged crps()`.
 *
 * @throws InputError when no forecast stood for a day, or as `score` does
 */
export function timeAveraged(spells: readonly Spell[], metrics: readonly Metric[]): Score[] {
  const days = spells.reduce((sum, one) => sum + one.days, 0);
  if (!(days > 0)) throw new InputError(`timeAveraged: needs a forecast that stood for a day, got ${days} days`);
  const rows = spells.map((one) => ({ ...one, scores: score([one.resolved], metrics) }));
  const last = rows[rows.length - 1].scores;
  return last.map(({ noise: _, ...row }, i) => {
    let value: number | null = 0;
    // A forecast that stood for no day counts for nothing, not even with an infinite score.
    for (const one of rows) {
      const earned = one.scores[i].value;
      if (one.days > 0) value = earned === null || value === null ? null : value + (one.days / days) * earned;
    }
    return { ...row, metric: `time-averaged ${row.metric}`, value };
  });
}

import { InputError } from "../core/errors.js";
import { checkWindow } from "./conflictology.js";
import type { Model } from "./model.js";

/**
 * The counts of the last `window` periods, and with a chance of `share` a count from anywhere: any count above 0 that any series
 * of the panel ever had up to the origin, all equally likely. So a quiet place is not said to stay quiet for certain. Where no
 * series ever had an event, the share is left with the place's own counts. It knows no season, no trend and no exposure.
 *
 * It is what the field's mixture baseline does (window_months, lambda_mix), but for three things: the origin's own period is in
 * the pool too, draws are spread evenly over the counts instead of by chance, and a share outside 0 to 1 is refused.
 *
 * @throws InputError when the window is not a whole number above 0, or the share not from 0 to 1
 * @example
 * conflictologyMixture(12, 0.05).name // "conflictologyMixture(12,0.05)"
 */
export function conflictologyMixture(window: number, share: number): Model {
  checkWindow(window, "conflictologyMixture");
  if (!(Number.isFinite(share) && share >= 0 && share <= 1))
    throw new InputError(`conflictologyMixture: share needs a number from 0 to 1, got ${share}`);
  return {
    name: `conflictologyMixture(${window},${share})`,
    needs: window,
    fit: ({ values, beside }) => {
      const own = values.slice(-window).sort(rising);
      const some = Float64Array.from(beside.flatMap((one) => one.values.filter((value) => value > 0))).sort();
      return {
        parameters: {},
        ahead: ({ exposure, draws, uniform }) =>
          exposure.map(() => {
            // The rest of a share that is no whole number of draws is left to chance.
            const others = some.length === 0 ? 0 : Math.floor(share * draws + uniform());
            const drawn = [...spreadOver(own, draws - others, uniform()), ...spreadOver(some, others, uniform())];
            shuffle(drawn, uniform);
            return { family: "draws", values: drawn };
          }),
      };
    },
  };
}

/** So many of the sorted values, evenly from the least to the greatest. */
function spreadOver(sorted: ArrayLike<number>, draws: number, offset: number): number[] {
  return Array.from({ length: draws }, (_, i) => sorted[Math.floor(((i + offset) / draws) * sorted.length)]);
}

/** @see Durstenfeld (1964) Communications of the ACM 7, 420 */
function shuffle(values: number[], uniform: () => number): void {
  for (let i = values.length - 1; i > 0; i--) {
    const j = Math.floor(uniform() * (i + 1));
    [values[i], values[j]] = [values[j], values[i]];
  }
}

function rising(one: number, other: number): number {
  return one - other;
}

import { InputError } from "../core/errors.js";
import type { Model } from "./model.js";

/**
 * The counts of the last `window` periods, equally likely in every period ahead: the field's baseline that is hardest to
 * beat. It knows no season, no trend and no exposure. Each draw goes on as the past did, so that draws are paths: the one of place i
 * begins with the count after the window's i-th, and the window closes to a ring. Nothing is sampled: the counts are the forecast.
 *
 * @throws InputError when the window is not a whole number above 0
 * @see Hegre et al. (2025) Journal of Peace Research 62, the prediction challenge's benchmark models
 */
export function conflictology(window: number): Model {
  checkWindow(window, "conflictology");
  return {
    name: `conflictology(${window})`,
    needs: window,
    fit: ({ values }) => {
      const seen = values.slice(-window);
      const after = (steps: number): number[] => seen.map((_, i) => seen[(i + steps) % seen.length]);
      return {
        parameters: {},
        ahead: ({ exposure }) => exposure.map((_, h) => ({ family: "draws", values: after(h + 1), isWhole: true })),
      };
    },
  };
}

/** @throws InputError when a window is not a whole number above 0 */
export function checkWindow(window: number, name: string): void {
  if (!(Number.isInteger(window) && window > 0))
    throw new InputError(`${name}: window needs a whole number of periods above 0, got ${window}`);
}

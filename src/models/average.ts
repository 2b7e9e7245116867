import { checkWindow } from "./conflictology.js";
import type { Model } from "./model.js";
import { fewestErrors, withPastErrors } from "./pastErrors.js";

/**
 * The mean of the last `window` periods, with its own past errors: at each step ahead what the counts of the past differed by
 * from the mean of the window so many periods before, on the scale of square roots, as draws about the mean. The field's average
 * model is the bare mean without a spread. It knows no season and no exposure; a step with fewer than 10 past errors borrows
 * those of the longest step that has 10.
 *
 * @throws InputError when the window is not a whole number above 0
 * @example
 * average(6).needs // 16
 */
export function average(window: number): Model {
  checkWindow(window, "average");
  return {
    name: `average(${window})`,
    needs: window + fewestErrors,
    fit: ({ values }) => {
      const sums = [0];
      for (const value of values) sums.push(sums[sums.length - 1] + value);
      const point = (seen: number): number | undefined =>
        seen < window ? undefined : (sums[seen] - sums[seen - window]) / window;
      return {
        parameters: { point: point(values.length) ?? 0 },
        ahead: ({ exposure }) => withPastErrors(values, exposure.length, point),
      };
    },
  };
}

import type { Model } from "./model.js";
import { fewestErrors, withPastErrors } from "./pastErrors.js";

/**
 * The last count, with its own past errors: at each step ahead what the counts of the past differed by over as many periods, on
 * the scale of square roots, as draws about the last count. The field's last-observation-carried-forward is the bare point without a spread.
 * It knows no season and no exposure; a step with fewer than 10 past errors borrows those of the longest step that has 10.
 *
 * @see Hyndman & Athanasopoulos (2021) Forecasting: Principles and Practice, 3rd ed., section 5.2
 * @example
 * lastValue().needs // 11
 */
export function lastValue(): Model {
  return {
    name: "lastValue()",
    needs: fewestErrors + 1,
    fit: ({ values }) => ({
      parameters: { point: values[values.length - 1] },
      ahead: ({ exposure }) => withPastErrors(values, exposure.length, (seen) => values[seen - 1]),
    }),
  };
}

import type { Model } from "./model.js";
import { withPastErrors } from "./pastErrors.js";
import { checkYearSeen, seasonLag, yearsBackTo, yearsNeeded } from "./seasonLag.js";

/**
 * The count of the same period last year (weeks: 52 before; days: 364), or of the last such year seen, with its own past
 * errors: what the counts of the past differed by from those as many years before, on the scale of square roots, as draws about it. The field's
 * seasonal naive is the bare point, or a normal about it. It knows no trend and no exposure. Where hardly more than a year was
 * seen it has few errors to go by, and within the first year none: then it says the point for certain. It needs two years (24
 * months, 8 quarters), of weeks and days one (52, 364).
 *
 * @throws InputError when fitted to less than a year
 * @see Hyndman & Athanasopoulos (2021) Forecasting: Principles and Practice, 3rd ed., section 5.2
 * @example
 * seasonalNaive().needs // 24
 */
export function seasonalNaive(): Model {
  return {
    name: "seasonalNaive()",
    needs: yearsNeeded("month"),
    needsOf: yearsNeeded,
    fit: ({ values, every }) => {
      checkYearSeen(values.length, every, "seasonalNaive");
      return {
        parameters: {},
        ahead: ({ exposure }) =>
          withPastErrors(values, exposure.length, (seen, step) => {
            const target = seen + step - 1;
            return values[target - seasonLag(every, yearsBackTo(seen, target, every))];
          }),
      };
    },
  };
}

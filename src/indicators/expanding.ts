import type { Indicator } from "./derive.js";
import { pooled } from "./rolling.js";

/**
 * The sum of all periods so far, or their mean with what was counted and the exposure each summed first. It depends on
 * where the series begins.
 *
 * @example
 * expanding("mean").needs // 1
 */
export function expanding(as: "sum" | "mean"): Indicator {
  return {
    name: `expanding("${as}")`,
    needs: 1,
    derive: (numbers) => {
      const { unit, values } = pooled(numbers, as, () => 0);
      return { unit: as === "sum" ? `${unit} so far` : unit, values };
    },
  };
}

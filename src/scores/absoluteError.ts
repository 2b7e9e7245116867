import type { Metric } from "./metric.js";
import { ofQuantiles } from "./ofQuantiles.js";

/**
 * The distance of what came from the forecast's median, in the unit of the count. Zero is perfect. It asks for the median
 * alone: all forecasts of one median earn the same.
 *
 * @see Gneiting (2011) Journal of the American Statistical Association 106, 746–762
 * @example
 * absoluteError().score({ family: "poisson", mean: 2 }, 5) // 3
 */
export function absoluteError(): Metric {
  return ofQuantiles({
    ...{ verb: "absoluteError", name: "absoluteError()", best: "low", isProper: true, levels: [0.5] },
    value: ([median], observed) => Math.abs(median - observed),
  });
}

import { familyFor } from "../distributions/families.js";
import { checkScored } from "./checkScored.js";
import type { Metric } from "./metric.js";
import { noiseOfDraws } from "./noiseOfDraws.js";

/**
 * The squared distance of what came from the forecast's mean, in the squared unit of the count. Zero is perfect. It asks
 * for the mean alone: all forecasts of one mean earn the same. NaN where there is no mean.
 *
 * @see Gneiting (2011) Journal of the American Statistical Association 106, 746–762
 * @example
 * squaredError().score({ family: "poisson", mean: 2 }, 5) // 9
 */
export function squaredError(): Metric {
  return {
    ...{ name: "squaredError()", best: "low", isProper: true },
    score: (says, observed) => {
      checkScored("squaredError", says, observed);
      return (familyFor(says).mean(says) - observed) ** 2;
    },
    noise: (says, observed) =>
      noiseOfDraws(says, (values) => {
        const miss = familyFor(says).mean(says) - observed;
        return values.map((value) => 2 * miss * value);
      }),
  };
}

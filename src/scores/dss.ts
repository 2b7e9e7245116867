import { familyFor } from "../distributions/families.js";
import { checkScored } from "./checkScored.js";
import type { Metric } from "./metric.js";
import { noiseOfDraws } from "./noiseOfDraws.js";

/**
 * Dawid and Sebastiani's score: the squared distance of what came from the mean, in variances, and the log of the variance.
 * Lower is better; it has no best value. It asks for mean and variance alone. A forecast that is sure of one value earns
 * -Infinity where it comes and Infinity where not; where there is no variance it is NaN.
 *
 * @see Dawid & Sebastiani (1999) Annals of Statistics 27, 65–81; Czado, Gneiting & Held (2009) Biometrics 65, 1254–1261
 * @example
 * dss().score({ family: "draws", values: [1, 3] }, 4) // 4
 */
export function dss(): Metric {
  return {
    ...{ name: "dss()", best: "low", isProper: true },
    score: (says, observed) => {
      checkScored("dss", says, observed);
      const family = familyFor(says);
      const [miss, variance] = [observed - family.mean(says), family.variance(says)];
      if (variance === 0) return miss === 0 ? -Infinity : Infinity;
      return miss * (miss / variance) + Math.log(variance);
    },
    noise: (says, observed) =>
      noiseOfDraws(says, (values) => {
        const family = familyFor(says);
        const [mean, variance] = [family.mean(says), family.variance(says)];
        const z = (observed - mean) / variance;
        return values.map((value) => (1 / variance - z * z) * (value - mean) ** 2 - 2 * z * (value - mean));
      }),
  };
}

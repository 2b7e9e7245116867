import { checkScored } from "./checkScored.js";
import type { Metric } from "./metric.js";
import { noiseOfDraws } from "./noiseOfDraws.js";
import { pullsOnCrps } from "./pullsOnCrps.js";
import { squaredGap } from "./squaredGap.js";

/**
 * The continuous ranked probability score: how far the whole distribution lay from what happened. Zero is perfect; in
 * the unit of the count; of a forecast that is sure of one value it is the absolute error, of a yes-or-no forecast the
 * Brier score. It is the integral of the squared gap between the cumulative chance and a step at what came, added up from
 * positive parts, so that no digits cancel, at any mean. Of draws it is the score of the draws' own distribution (the
 * 1/(2m²) form, not the fair one). Infinite for Student's t with half a degree of freedom or fewer.
 *
 * The `noise` of draws, alone or in a mixture, is the infinitesimal jackknife's: first order, so too small where all draws
 * pull alike.
 *
 * @throws InputError when the parameters cannot be, or a measure is mixed with counts beyond 100,000
 * @see Matheson & Winkler (1976) Management Science 22, 1087–1096; Czado, Gneiting & Held (2009) Biometrics 65, 1254–1261
 * @example
 * crps().score({ family: "draws", values: [0, 2] }, 1) // 0.5
 */
export function crps(): Metric {
  return {
    ...{ name: "crps()", best: "low", isProper: true },
    score: (says, observed) => {
      checkScored("crps", says, observed);
      return squaredGap(says, observed, { verb: "crps" });
    },
    noise: (says, observed) => noiseOfDraws(says, pullsOnCrps(observed)),
  };
}

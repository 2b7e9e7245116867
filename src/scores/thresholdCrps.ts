import { InputError } from "../core/errors.js";
import { checkScored } from "./checkScored.js";
import type { Metric } from "./metric.js";
import { noiseOfDraws } from "./noiseOfDraws.js";
import { pullsOnCrps } from "./pullsOnCrps.js";
import { squaredGap } from "./squaredGap.js";

/**
 * The continuous ranked probability score of what lies from a threshold on: whatever falls below it counts as the
 * threshold itself, in the forecast as in what came, so that only how well large values are told matters. Zero is
 * perfect; in the unit of the count. With a threshold at or below 0 it is the CRPS of a count.
 *
 * @throws InputError when the threshold is not a finite number, or the parameters of a forecast cannot be
 * @see Gneiting & Ranjan (2011) Journal of Business & Economic Statistics 29, 411–422; Allen, Ginsbourger & Ziegel (2023)
 * SIAM/ASA Journal on Uncertainty Quantification 11, 906–940
 * @example
 * thresholdCrps(25).score({ family: "draws", values: [0, 35] }, 30) // 2.5
 */
export function thresholdCrps(from: number): Metric {
  if (!Number.isFinite(from)) throw new InputError(`thresholdCrps: from needs a finite number, got ${from}`);
  const lifted = (value: number): number => Math.max(value, from);
  return {
    ...{ name: `thresholdCrps(${from})`, best: "low", isProper: true },
    score: (says, observed) => {
      checkScored("thresholdCrps", says, observed);
      return squaredGap(says, observed, { verb: "thresholdCrps", from });
    },
    noise: (says, observed) => noiseOfDraws(says, pullsOnCrps(observed, lifted)),
  };
}

import type { Distribution } from "../core/distribution.js";
import { InputError } from "../core/errors.js";
import { familyFor } from "../distributions/families.js";
import { checkScored } from "./checkScored.js";
import type { Metric } from "./metric.js";
import { noiseOfDraws } from "./noiseOfDraws.js";
import { pullsOnCrps } from "./pullsOnCrps.js";
import { logRuler } from "./ruler.js";
import { squaredGap } from "./squaredGap.js";

/**
 * The continuous ranked probability score of log(count + offset), in the forecast as in what came: how far off the forecast
 * was as a share, so that a place of few events weighs as much as one of many. Zero is perfect; about 0.1 is what a forecast
 * that is sure earns for being 10% off. Exact for counts and draws: each stretch between two counts weighs as much as their
 * logs lie apart. Scores with another offset are not comparable: the larger it is, the less small counts matter.
 *
 * @throws InputError when the offset is not a finite number above 0, or a value of -offset or less came or may come
 * @see Bosse et al. (2023) PLOS Computational Biology 19, e1011393
 * @example
 * logCrps(1).score({ family: "draws", values: [1, 7] }, 3) // Math.log(2) / 2
 */
export function logCrps(offset = 1): Metric {
  if (!(Number.isFinite(offset) && offset > 0))
    throw new InputError(`logCrps: offset needs a finite number above 0, got ${offset}`);
  const ruler = logRuler(offset);
  const logOf = (value: number): number => Math.log(value + offset);
  return {
    ...{ name: `logCrps(${offset})`, best: "low", isProper: true },
    score: (says, observed) => {
      checkScored("logCrps", says, observed);
      const least = leastOf(says);
      if (!(observed > -offset))
        throw new InputError(`logCrps: needs more than ${-offset} to have come, got ${observed}`);
      if (!(least > -offset))
        throw new InputError(`logCrps: needs a forecast of values above ${-offset}, got ${says.family} from ${least}`);
      return squaredGap(says, observed, { verb: "logCrps", ruler });
    },
    noise: (says, observed) => noiseOfDraws(says, pullsOnCrps(observed, logOf)),
  };
}

/** The least value that may come. */
function leastOf(says: Distribution): number {
  if (says.family === "mixture") return says.of.reduce((least, one) => Math.min(least, leastOf(one)), Infinity);
  if (says.family === "draws") return says.values.reduce((least, value) => Math.min(least, value), Infinity);
  return familyFor(says).quantile(says, 0);
}

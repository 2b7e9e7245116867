import type { Distribution } from "../core/distribution.js";
import { InputError } from "../core/errors.js";
import { mean } from "../distributions/mean.js";
import { checkScored } from "./checkScored.js";
import type { Metric } from "./metric.js";

/**
 * The Brier score of a yes-or-no forecast: the squared gap between the chance that was given to a yes and what came, 1
 * for yes and 0 for no. From 0, perfect, to 1; a chance of a half always earns 0.25. For Bernoulli distributions and
 * mixtures of them.
 *
 * @throws InputError for other families, or when what came is neither 0 nor 1
 * @see Brier (1950) Monthly Weather Review 78, 1–3
 * @example
 * brier().score({ family: "bernoulli", p: 0.75 }, 1) // 0.0625
 */
export function brier(): Metric {
  return {
    ...{ name: "brier()", best: "low", isProper: true },
    score: (says, observed) => {
      checkScored("brier", says, observed);
      if (!isYesOrNo(says)) throw new InputError(`brier: needs a yes-or-no forecast (bernoulli), got ${says.family}`);
      if (observed !== 0 && observed !== 1) throw new InputError(`brier: needs 1 or 0 to have come, got ${observed}`);
      return (mean(says) - observed) ** 2;
    },
  };
}

function isYesOrNo(says: Distribution): boolean {
  return says.family === "mixture" ? says.of.every(isYesOrNo) : says.family === "bernoulli";
}

import type { Distribution } from "../core/distribution.js";
import { InputError } from "../core/errors.js";
import { logDensity } from "../distributions/logDensity.js";
import { checkScored } from "./checkScored.js";
import type { Metric } from "./metric.js";
import { noiseOfDraws } from "./noiseOfDraws.js";

/**
 * The log score: minus the natural log of the chance that was given to exactly what came (of a measure, of its density).
 * Zero is perfect for counts, and what was given no chance earns Infinity. Of draws it is the share of them that equal
 * what came, so that what none of them is earns Infinity too.
 *
 * @throws InputError for quantiles, which give chances to stretches alone, and for parameters that cannot be
 * @see Good (1952) Journal of the Royal Statistical Society B 14, 107–114
 * @example
 * logScore().score({ family: "poisson", mean: 2 }, 0) // 2
 */
export function logScore(): Metric {
  return {
    ...{ name: "logScore()", best: "low", isProper: true },
    score: (says, observed) => {
      checkScored("logScore", says, observed);
      if (!hasDensity(says))
        throw new InputError("logScore: needs a chance of each value, got quantiles; crps() or wis() scores them");
      return 0 - logDensity(says, observed);
    },
    noise: (says, observed) =>
      noiseOfDraws(says, (values) => {
        const share = Math.exp(logDensity(says, observed));
        // Of a part without a draw there the value next to it stands in: it is seldom drawn more often.
        const next = values.reduce((a, b) => (Math.abs(b - observed) < Math.abs(a - observed) ? b : a), Infinity);
        return values.map((value) => (value === next ? 1 / share : 0));
      }),
  };
}

function hasDensity(says: Distribution): boolean {
  return says.family === "mixture" ? says.of.every(hasDensity) : says.family !== "quantiles";
}

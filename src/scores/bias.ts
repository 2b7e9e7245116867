import { logTails } from "../distributions/logTails.js";
import { checkScored } from "./checkScored.js";
import type { Metric } from "./metric.js";
import { noiseOfDraws } from "./noiseOfDraws.js";

/**
 * Which way a forecast leans: the chance it gave to more than what came, less the chance of less. From -1, all of it lay
 * below, to 1, all above; its mean should be 0.
 *
 * @see Funk et al. (2019) PLOS Computational Biology 15, e1006785
 * @example
 * bias().score({ family: "draws", values: [1, 2, 2, 5] }, 2) // 0
 */
export function bias(): Metric {
  return {
    ...{ name: "bias()", best: 0, isProper: false },
    score: (says, observed) => {
      checkScored("bias", says, observed);
      const { lower, upper } = logTails(says, observed);
      return Math.exp(upper) - Math.exp(lower);
    },
    noise: (says, observed) => noiseOfDraws(says, (values) => values.map((value) => Math.sign(value - observed))),
  };
}

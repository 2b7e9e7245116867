import { InputError } from "../core/errors.js";
import { cdf } from "../distributions/cdf.js";
import { checkScored } from "./checkScored.js";
import type { Metric } from "./metric.js";
import { noiseOfDraws } from "./noiseOfDraws.js";

/**
 * The ranked probability score over categories: the squared gaps between the chance of each bound or less and whether
 * what came was so, added up (not divided by their number). A value on a bound is in the category below it; above the
 * last bound is the last category. From 0, perfect, to the number of bounds.
 *
 * @throws InputError when bounds are not finite and rising, or the parameters of a forecast cannot be
 * @see Epstein (1969) Journal of Applied Meteorology 8, 985–987; Murphy (1971) the same 10, 155–156
 * @example
 * rps([0, 10]).score({ family: "draws", values: [0, 5, 5, 20] }, 0) // 0.625
 */
export function rps(bounds: readonly number[]): Metric {
  if (!Array.isArray(bounds)) throw new InputError(`rps: needs a list of bounds, got ${bounds}`);
  if (bounds.length === 0) throw new InputError("rps: needs a bound, got none");
  const wrong = bounds.findIndex((bound, i) => !Number.isFinite(bound) || bound <= bounds[i - 1]);
  if (wrong >= 0) throw new InputError(`rps: needs finite rising bounds, got ${bounds[wrong]} (bound ${wrong + 1})`);
  return {
    ...{ name: `rps(${JSON.stringify(bounds)})`, best: "low", isProper: true },
    score: (says, observed) => {
      checkScored("rps", says, observed);
      return bounds.reduce((sum, bound) => sum + (cdf(says, bound) - (observed <= bound ? 1 : 0)) ** 2, 0);
    },
    noise: (says, observed) =>
      noiseOfDraws(says, (values) => {
        const gaps = bounds.map((bound) => cdf(says, bound) - (observed <= bound ? 1 : 0));
        return values.map((value) => bounds.reduce((sum, bound, i) => sum + (value <= bound ? 2 * gaps[i] : 0), 0));
      }),
  };
}

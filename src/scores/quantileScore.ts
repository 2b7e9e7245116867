import { checkLevel } from "../core/checkLevel.js";
import { pinball } from "./functional.js";
import type { Metric } from "./metric.js";
import { ofQuantiles } from "./ofQuantiles.js";

/**
 * The loss of one quantile: the distance of what came from it, weighed by `level` where more came and by `1 - level` where
 * less did. Zero is perfect; in the unit of the count. Twice its mean over all levels is the CRPS.
 *
 * @throws InputError when the level is not between 0 and 1
 * @see Koenker & Bassett (1978) Econometrica 46, 33–50
 * @example
 * quantileScore(0.75).score({ family: "draws", values: [1, 2, 3, 4] }, 7) // 3
 */
export function quantileScore(level: number): Metric {
  checkLevel(level, "quantileScore");
  return ofQuantiles({
    ...{ verb: "quantileScore", name: `quantileScore(${level})`, best: "low", isProper: true, levels: [level] },
    value: ([quantile], observed) => pinball(quantile, observed, level),
  });
}

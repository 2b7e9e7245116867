import { checkLevel } from "../core/checkLevel.js";
import { endsOf } from "./intervalScore.js";
import type { Metric } from "./metric.js";
import { ofQuantiles } from "./ofQuantiles.js";

/**
 * Whether what came lies in the central interval that is to hold `level` of what comes, its ends included: 1 or 0. Its
 * mean should be the level; of counts it may be more, as an interval of few counts holds more than was asked of it.
 *
 * @throws InputError when the level is not between 0 and 1
 * @see Gneiting, Balabdaoui & Raftery (2007) Journal of the Royal Statistical Society B 69, 243–268
 * @example
 * coverage(0.5).score({ family: "draws", values: [1, 2, 3, 4] }, 3) // 1
 */
export function coverage(level: number): Metric {
  checkLevel(level, "coverage");
  return ofQuantiles({
    ...{ verb: "coverage", name: `coverage(${level})`, best: level, isProper: false, levels: endsOf(level) },
    isJump: true,
    value: ([low, high], observed) => (low <= observed && observed <= high ? 1 : 0),
  });
}

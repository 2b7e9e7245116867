import { checkLevel } from "../core/checkLevel.js";
import { endsOf } from "./intervalScore.js";
import type { Metric } from "./metric.js";
import { ofQuantiles } from "./ofQuantiles.js";

/**
 * The width of the central interval that is to hold `level` of what comes, in the unit of the count. Less is better only
 * between forecasts that cover as they should.
 *
 * @throws InputError when the level is not between 0 and 1
 * @see Gneiting, Balabdaoui & Raftery (2007) Journal of the Royal Statistical Society B 69, 243–268
 * @example
 * sharpness(0.5).score({ family: "draws", values: [1, 2, 3, 4] }, 3) // 2
 */
export function sharpness(level: number): Metric {
  checkLevel(level, "sharpness");
  return ofQuantiles({
    ...{ verb: "sharpness", name: `sharpness(${level})`, best: "low", isProper: false, levels: endsOf(level) },
    value: ([low, high]) => high - low,
  });
}

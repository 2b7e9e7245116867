import { InputError } from "../core/errors.js";
import { hubLevels } from "../core/hubLevels.js";
import type { Metric } from "./metric.js";
import { ofQuantiles } from "./ofQuantiles.js";
import { checkPairs, type WisParts, wisPartsOf } from "./wis.js";

const parts: readonly (keyof WisParts)[] = ["dispersion", "underprediction", "overprediction"];

/**
 * One of the three parts that the weighted interval score is the sum of: how wide the intervals are (dispersion), and by
 * how much what came lay above them (underprediction) or below (overprediction). In the unit of the count. No part is a
 * proper score by itself: a forecast sure of one value has no dispersion.
 *
 * @throws InputError when there is no such part, or levels are not rising and in pairs that add to 1
 * @see Bracher, Ray, Gneiting & Reich (2021) PLOS Computational Biology 17, e1008618
 * @example
 * wisPart("underprediction", [0.25, 0.5, 0.75]).score({ family: "draws", values: [1, 2, 3, 4] }, 7) // 4.333333333333333
 */
export function wisPart(part: keyof WisParts, levels: readonly number[] = hubLevels): Metric {
  if (!parts.includes(part))
    throw new InputError(`wisPart: there is no ${JSON.stringify(part)}; there are ${parts.join(", ")}`);
  checkPairs(levels, "wisPart");
  const name = `wisPart(${JSON.stringify(part)}${levels === hubLevels ? "" : `, ${JSON.stringify(levels)}`})`;
  return ofQuantiles({
    ...{ verb: "wisPart", name, best: "low", isProper: false, levels },
    value: (quantiles, observed) => wisPartsOf(levels, quantiles, observed)[part],
  });
}

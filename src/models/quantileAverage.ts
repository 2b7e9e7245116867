import { holdsSample } from "../distributions/holdsSample.js";
import { coupled } from "./coupled.js";
import type { Ensemble } from "./ensemble.js";
import { ensembleOf } from "./ensembleOf.js";
import type { Model } from "./model.js";
import { rememberedQuantiles } from "./rememberedQuantiles.js";

/** Equally likely values that the average is given by. */
const values = 200;

/**
 * The mean of the members' quantiles, level by level, rounded to counts (Vincentisation): unlike the linear pool it is no
 * wider than its members are in the mean. Draws of one place are a path, put in the order of a member's (see `coupled`); where no
 * member is known by draws, steps are independent of each other. Where a member is, they count as a sample of 200, whose noise is
 * more than that of the average.
 *
 * @throws InputError when there is no member, or one stands twice
 * @see Lichtendahl, Grushka-Cockayne & Winkler (2013) Management Science 59, 1594–1611
 */
export function quantileAverage(members: readonly Model[]): Ensemble {
  const quantilesOf = rememberedQuantiles(values);
  return ensembleOf({
    name: `quantileAverage(${JSON.stringify(members.map(({ name }) => name))})`,
    ...{ members, origins: 0 },
    combine: (says, _, step) => {
      const all = says.map(quantilesOf);
      const means = Float64Array.from({ length: values }, (_, i) => {
        let sum = 0;
        for (const own of all) sum += own[i];
        return Math.round(sum / all.length);
      });
      return { family: "draws", values: coupled(means, says, step), ...(!says.some(holdsSample) && { isWhole: true }) };
    },
  });
}

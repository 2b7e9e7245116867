import { checkOptions } from "./checkOptions.js";
import type { Ensemble } from "./ensemble.js";
import { ensembleOf } from "./ensembleOf.js";
import type { Model } from "./model.js";
import { pastCrps } from "./pastCrps.js";
import type { EnsembleOptions } from "./stacked.js";

/**
 * Whichever member earned the least CRPS at the origins before, at the same step, over all series of the panel, each in
 * units of its usual score: automatic choice by rolling origin. The first where nothing is known yet. Where steps are left to
 * different members, draws of one place need not be one path.
 *
 * @throws InputError when there is no member, one stands twice, or origins is not a whole number above 0
 * @see Tashman (2000) International Journal of Forecasting 16, 437–450
 */
export function best(members: readonly Model[], options: EnsembleOptions): Ensemble {
  checkOptions(options, ["origins"], "best");
  const { origins } = options;
  const crpsOf = pastCrps();
  return ensembleOf({
    name: `best(${JSON.stringify(members.map(({ name }) => name))},${JSON.stringify({ origins })})`,
    ...{ members, origins },
    combine: (says, past) => {
      const matrix = says.length === members.length ? crpsOf(past) : undefined;
      if (matrix === undefined) return says[0];
      const scores = says.map((_, i) => matrix[i * says.length + i]);
      return says[scores.indexOf(Math.min(...scores))];
    },
  });
}

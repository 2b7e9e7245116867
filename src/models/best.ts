import type { Ensemble } from "./ensemble.js";
import { ensembleOf } from "./ensembleOf.js";
import type { Model } from "./model.js";
import { pastParts } from "./pastParts.js";
import type { EnsembleOptions } from "./stacked.js";

/**
 * Whichever member earned the least CRPS at the origins before, at the same step, over all series of the panel, each in
 * units of its usual score: automatic choice by rolling origin. The first where nothing is known yet.
 *
 * @throws InputError when there is no member, one stands twice, or origins is not a whole number above 0
 * @see Tashman (2000) International Journal of Forecasting 16, 437–450
 */
export function best(members: readonly Model[], { origins }: EnsembleOptions): Ensemble {
  const meanParts = pastParts();
  return ensembleOf({
    name: `best(${JSON.stringify(members.map(({ name }) => name))},${JSON.stringify({ origins })})`,
    ...{ members, origins },
    combine: (says, past) => {
      const parts = says.length === members.length ? meanParts(past) : undefined;
      if (parts === undefined) return says[0];
      const { own, between } = parts;
      const scores = says.map((_, i) => own[i] - between[i * says.length + i] / 2);
      return says[scores.indexOf(Math.min(...scores))];
    },
  });
}

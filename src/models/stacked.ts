import { convexWeights } from "../math/convexWeights.js";
import { checkOptions } from "./checkOptions.js";
import type { Ensemble } from "./ensemble.js";
import { ensembleOf } from "./ensembleOf.js";
import type { Model } from "./model.js";
import { pastCrps } from "./pastCrps.js";

/** What an ensemble that learns may be asked. */
export interface EnsembleOptions {
  /** Past origins that it learns from. */
  readonly origins: number;
}

/** As many past tasks as the equal weights count for. */
const prior = 20;

/**
 * A linear pool whose weights are those with which it would have earned the least CRPS at the origins before, at the same
 * step, over all series of the panel, each in units of its usual score. They are drawn to equal ones as by 20 tasks, since
 * weights learnt from few tasks do worse than none. As in any linear pool, no step is tied to another.
 *
 * @throws InputError when there is no member, one stands twice, or origins is not a whole number above 0
 * @see Yao, Vehtari, Simpson & Gelman (2018) Bayesian Analysis 13, 917–1007; Smith & Wallis (2009) Oxford Bulletin of Economics and Statistics 71, 331–355
 */
export function stacked(members: readonly Model[], options: EnsembleOptions): Ensemble {
  checkOptions(options, ["origins"], "stacked");
  const { origins } = options;
  const crpsOf = pastCrps();
  return ensembleOf({
    name: `stacked(${JSON.stringify(members.map(({ name }) => name))},${JSON.stringify({ origins })})`,
    ...{ members, origins },
    combine: (says, past) => {
      const matrix = says.length === members.length ? crpsOf(past) : undefined;
      const even = says.map(() => 1 / says.length);
      const best = matrix === undefined ? even : convexWeights(matrix, says.length);
      const trust = matrix === undefined ? 0 : past.length / (past.length + prior);
      const weights = even.map((weight, i) => trust * best[i] + (1 - trust) * weight);
      const kept = weights.flatMap((weight, i) => (weight > 1e-6 ? [i] : []));
      const sum = kept.reduce((all, i) => all + weights[i], 0);
      if (kept.length === 1) return says[kept[0]];
      return { family: "mixture", weights: kept.map((i) => weights[i] / sum), of: kept.map((i) => says[i]) };
    },
  });
}

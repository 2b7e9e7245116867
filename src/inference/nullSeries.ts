import { sampleMultinomial } from "../distributions/sampleMultinomial.js";
import { sampleNb1 } from "../distributions/sampleNb1.js";
import { type Stretch, totalOf } from "./test.js";

/**
 * How counts come about when nothing changes: their total shared out by exposure (Poisson), variance `phi` times the mean,
 * negative binomial of one `size` a period, or those that were seen, in any order.
 */
export type NullModel = "poisson" | "permutation" | { readonly phi: number } | { readonly size: number };

/** A series that could have been. */
export interface NullSeries {
  readonly values: Float64Array;
  readonly exposure: Float64Array;
}

/** A maker of series without a change, of the same length as this stretch; every call fills the same arrays anew. */
export function nullSeries(stretch: Stretch, model: NullModel, uniform: () => number): () => NullSeries {
  const n = stretch.values.length;
  const total = totalOf(stretch);
  const values = Float64Array.from(stretch.values);
  const exposure = Float64Array.from(stretch.exposure);
  const made = { values, exposure };
  if (model === "poisson")
    return () => {
      sampleMultinomial(total.count, exposure, uniform, values);
      return made;
    };
  if (model === "permutation")
    return () => {
      for (let i = n - 1; i > 0; i--) {
        const j = Math.floor(uniform() * (i + 1));
        [values[i], values[j]] = [values[j], values[i]];
        [exposure[i], exposure[j]] = [exposure[j], exposure[i]];
      }
      return made;
    };
  const means = stretch.exposure.map((one) => (one * total.count) / total.exposure);
  const phis = means.map((mean, t) => {
    if ("phi" in model) return model.phi;
    return 1 + (mean * total.exposure) / (model.size * n * stretch.exposure[t]);
  });
  return () => {
    for (let t = 0; t < n; t++) values[t] = means[t] > 0 ? sampleNb1(means[t], phis[t], uniform()) : 0;
    return made;
  };
}

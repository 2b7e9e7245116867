import type { CountDistribution, Distribution } from "../core/distribution.js";
import { countFamilyOf } from "./countFamilies.js";

type Measure = Extract<Distribution, { family: "normal" | "student" | "gamma" | "beta" | "quantiles" }>;

/** What a distribution is put together from, each with its chance: single values, counts and measures. */
export interface Leaves {
  readonly points: readonly { readonly at: number; readonly chance: number }[];
  readonly counts: readonly {
    readonly of: CountDistribution;
    readonly chance: number;
    /** 1 for what is above 0 alone. */
    readonly least: 0 | 1;
  }[];
  readonly measures: readonly { readonly of: Measure; readonly chance: number }[];
}

/**
 * What a distribution is put together from, mixtures of mixtures and counts with more zeros undone.
 *
 * @example
 * leavesOf({ family: "bernoulli", p: 0.25 }).points // [{ at: 0, chance: 0.75 }, { at: 1, chance: 0.25 }]
 */
export function leavesOf(says: Distribution): Leaves {
  const points: { at: number; chance: number }[] = [];
  const counts: { of: CountDistribution; chance: number; least: 0 | 1 }[] = [];
  const measures: { of: Measure; chance: number }[] = [];
  const addPoint = (at: number, chance: number): void => {
    if (chance > 0) points.push({ at: at + 0, chance });
  };
  const addCount = (of: CountDistribution, chance: number, least: 0 | 1): void => {
    if (chance === 0) return;
    const top = countFamilyOf(of).quantile(of, 1);
    // What can be one count only would be all rounding between its terms.
    if (top === 0 || (of.family === "binomial" && of.p === 1)) addPoint(top, chance);
    else counts.push({ of, chance, least });
  };
  const add = (part: Distribution, chance: number): void => {
    switch (part.family) {
      case "bernoulli":
        addPoint(0, chance * (1 - part.p));
        addPoint(1, chance * part.p);
        return;
      case "zeroInflated":
      case "hurdle":
        addPoint(0, chance * part.zero);
        addCount(part.of, chance * (1 - part.zero), part.family === "hurdle" ? 1 : 0);
        return;
      case "draws":
        for (const value of part.values) addPoint(value, chance / part.values.length);
        return;
      case "mixture": {
        const whole = part.weights.reduce((sum, weight) => sum + weight, 0);
        for (let i = 0; i < part.of.length; i++) add(part.of[i], (chance * part.weights[i]) / whole);
        return;
      }
      case "poisson":
      case "negbin":
      case "binomial":
      case "betaBinomial":
        addCount(part, chance, 0);
        return;
      default:
        measures.push({ of: part, chance });
    }
  };
  add(says, 1);
  return { points, counts, measures };
}

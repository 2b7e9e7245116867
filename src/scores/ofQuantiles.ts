import type { Distribution } from "../core/distribution.js";
import { placeOf } from "../distributions/drawsFamily.js";
import { familyFor } from "../distributions/families.js";
import { checkScored } from "./checkScored.js";
import type { Metric } from "./metric.js";

export interface OfQuantiles extends Pick<Metric, "best" | "isProper"> {
  /** The metric's own name, without its arguments. */
  readonly verb: string;
  readonly name: string;
  readonly levels: readonly number[];
  /** Whether quantiles of draws lie on a straight line between two of them, rather than on one of them. */
  readonly isBetween?: boolean;
  /** Whether it changes by jumps alone, so that nothing smooth can be said of its noise. */
  readonly isJump?: boolean;
  value(quantiles: readonly number[], observed: number): number;
}

/** How many groups of draws are left out in turn to see what they do to a score. */
const groups = 20;

/**
 * A metric that looks at some quantiles alone. The noise of draws is the jackknife's over groups of them, each of the
 * twenty left out in turn: unlike leaving out one, it holds for quantiles too. Draws are taken to be in no order.
 *
 * @see Shao & Wu (1989) Annals of Statistics 17, 1176–1197
 */
export function ofQuantiles({ verb, name, best, isProper, levels, isBetween, isJump, value }: OfQuantiles): Metric {
  const at = isBetween ? between : (sorted: ArrayLike<number>, p: number) => sorted[placeOf(p, sorted.length)];
  const ofSorted = (sorted: ArrayLike<number>, observed: number): number =>
    value(
      levels.map((level) => at(sorted, level)),
      observed,
    );
  function noise(says: Distribution, observed: number): number {
    if (says.family !== "draws") return 0;
    const { values } = says;
    const order = Array.from(values, (_, i) => i).sort((one, other) => values[one] - values[other]);
    const count = Math.min(groups, values.length);
    const left = Array.from({ length: count }, (_, group) =>
      ofSorted(
        order.filter((i) => i % count !== group).map((i) => values[i]),
        observed,
      ),
    );
    const mean = left.reduce((sum, one) => sum + one, 0) / count;
    return Math.sqrt(((count - 1) / count) * left.reduce((sum, one) => sum + (one - mean) ** 2, 0));
  }
  return {
    ...{ name, best, isProper },
    score: (says, observed) => {
      checkScored(verb, says, observed);
      if (says.family === "draws") return ofSorted(Float64Array.from(says.values).sort(), observed);
      const family = familyFor(says);
      return value(
        levels.map((level) => family.quantile(says, level)),
        observed,
      );
    },
    ...(!isJump && { noise }),
  };
}

/** The quantile of sorted draws by a straight line between the two next to it: what most programs do unless told. */
function between(sorted: ArrayLike<number>, p: number): number {
  const place = p * (sorted.length - 1);
  const i = Math.floor(place);
  return i + 1 < sorted.length ? sorted[i] + (place - i) * (sorted[i + 1] - sorted[i]) : sorted[i];
}

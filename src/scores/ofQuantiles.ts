import { placeOf } from "../distributions/drawsFamily.js";
import { familyFor } from "../distributions/families.js";
import { checkScored } from "./checkScored.js";
import type { Metric } from "./metric.js";
import { quantileNoise } from "./quantileNoise.js";

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

/** A metric that looks at some quantiles alone. */
export function ofQuantiles({ verb, name, best, isProper, levels, isBetween, isJump, value }: OfQuantiles): Metric {
  const at = isBetween ? between : (sorted: ArrayLike<number>, p: number) => sorted[placeOf(p, sorted.length)];
  const ofSorted = (sorted: ArrayLike<number>, observed: number): number =>
    value(
      levels.map((level) => at(sorted, level)),
      observed,
    );
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
    ...(!isJump && { noise: quantileNoise({ levels, isBetween: isBetween === true, value }) }),
  };
}

/** The quantile of sorted draws by a straight line between the two next to it: what most programs do unless told. */
function between(sorted: ArrayLike<number>, p: number): number {
  const place = p * (sorted.length - 1);
  const i = Math.floor(place);
  return i + 1 < sorted.length ? sorted[i] + (place - i) * (sorted[i + 1] - sorted[i]) : sorted[i];
}

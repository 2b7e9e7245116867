import type { Distribution } from "../core/distribution.js";
import { placeOf } from "../distributions/drawsFamily.js";
import { familyFor } from "../distributions/families.js";
import { moments } from "../math/moments.js";
import { random } from "../math/random.js";
import { checkScored } from "./checkScored.js";
import type { Metric } from "./metric.js";
import { holdsDraws } from "./noiseOfDraws.js";

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

/** How often draws are drawn anew from themselves to see how far a score scatters. */
const resamples = 100;

/**
 * A metric that looks at some quantiles alone. The noise of draws is the bootstrap's over 100 sets of as many drawn from
 * them, always the same sets: unlike leaving out one, it holds for quantiles too, and for counts that share few values.
 *
 * @see Efron (1979) Annals of Statistics 7, 1–26
 */
export function ofQuantiles({ verb, name, best, isProper, levels, isBetween, isJump, value }: OfQuantiles): Metric {
  const at = isBetween ? between : (sorted: ArrayLike<number>, p: number) => sorted[placeOf(p, sorted.length)];
  const ofSorted = (sorted: ArrayLike<number>, observed: number): number =>
    value(
      levels.map((level) => at(sorted, level)),
      observed,
    );
  function noise(says: Distribution, observed: number): number {
    if (says.family !== "draws") return holdsDraws(says) ? Number.NaN : 0;
    const sorted = Float64Array.from(says.values).sort();
    const n = sorted.length;
    if (n === 1) return Number.NaN;
    const uniform = random(1);
    const drawn = new Float64Array(n);
    const times = new Int32Array(n);
    const scores = Array.from({ length: resamples }, () => {
      times.fill(0);
      for (let i = 0; i < n; i++) times[Math.floor(uniform() * n)]++;
      for (let i = 0, at = 0; i < n; i++) for (let left = times[i]; left > 0; left--) drawn[at++] = sorted[i];
      return ofSorted(drawn, observed);
    });
    return moments(scores).sd;
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

import type { Distribution } from "../core/distribution.js";
import type { LogTails } from "../math/incompleteGamma.js";
import { logSum } from "../math/logSum.js";
import { leastBetween } from "./countQuantile.js";
import { type Cumulated, cumulated } from "./cumulated.js";
import type { Family } from "./family.js";
import { tailsAt } from "./tailsAt.js";

type Mixture = Extract<Distribution, { family: "mixture" }>;

/** Above this mean the counts of a mixture are not gone through one by one. */
const mostMean = 300;

/** What a mixture has to know of its parts' families. */
export interface PartFamilies {
  faultOf(part: Distribution): string | undefined;
  familyFor(part: Distribution): Family<Distribution>;
}

/** Several distributions of which chance picks one: the linear pool of several forecasts. Parts may be mixtures too. */
export function mixtureFamily({ faultOf, familyFor }: PartFamilies): Family<Mixture> {
  const isCount = (part: Distribution): boolean => familyFor(part).isCount(part);
  const partTails = (part: Distribution, x: number): LogTails => tailsAt(familyFor(part), part, x);
  const meanOf = (part: Distribution): number => familyFor(part).mean(part);

  function logTails({ weights, of }: Mixture, x: number): LogTails {
    const parts = of.map((part) => partTails(part, x));
    return {
      lower: logPool(
        weights,
        parts.map(({ lower }) => lower),
      ),
      upper: logPool(
        weights,
        parts.map(({ upper }) => upper),
      ),
    };
  }

  /** Of whole counts that are low enough to be gone through; what is asked for next is mostly of the same mixture. */
  let last: { readonly of: Mixture; readonly chances: Cumulated | undefined } | undefined;
  function chancesOf(mixture: Mixture): Cumulated | undefined {
    if (last?.of !== mixture) last = { of: mixture, chances: isWhole(mixture) ? added(mixture) : undefined };
    return last.chances;
  }

  function added(mixture: Mixture): Cumulated | undefined {
    if (!(mean(mixture) < mostMean)) return undefined;
    const ofDraws = new Map<number, number>();
    const counts: { readonly weight: number; readonly part: Distribution }[] = [];
    const gather = ({ weights, of }: Mixture, share: number): void => {
      const whole = weights.reduce((sum, weight) => sum + weight, 0);
      of.forEach((part, i) => {
        const weight = (share * weights[i]) / whole;
        if (part.family === "mixture") gather(part, weight);
        else if (part.family !== "draws") counts.push({ weight, part });
        else
          for (const value of part.values) ofDraws.set(value, (ofDraws.get(value) ?? 0) + weight / part.values.length);
      });
    };
    gather(mixture, 1);
    return cumulated((k) => {
      let sum = ofDraws.get(k) ?? 0;
      for (const { weight, part } of counts) sum += weight * Math.exp(familyFor(part).logDensity(part, k));
      return sum;
    });
  }

  /** The least x with P(X <= x) >= p, judged as the quantiles of counts are: by the smaller tail, but for rounding. */
  function quantile(mixture: Mixture, p: number): number {
    const { weights, of } = mixture;
    const found = chancesOf(mixture)?.reaching(p);
    if (found !== undefined) return found;
    const ends = of.map((part) => familyFor(part).quantile(part, p));
    const low = Math.min(...ends);
    const high = Math.max(...ends);
    if (p === 0 || low === high) return low;
    if (p === 1) return high;
    const target = p <= 0.5 ? Math.log(p) : Math.log(1 - p + 2 ** -54);
    const rounding = of.some(hasPoints) ? 1e-14 + 1e-15 * Math.abs(target) : 0;
    const beyond = (x: number): number =>
      logPool(
        weights,
        of.map((part) => aboveOf(part, x)),
      );
    const upTo = (x: number): number =>
      logPool(
        weights,
        of.map((part) => partTails(part, x).lower),
      );
    const over = (x: number): number => {
      if (x >= high) return Infinity;
      return p <= 0.5 ? upTo(x) - (target - rounding) : target + rounding - beyond(x);
    };
    // Below the least of its parts' quantiles no part reaches p, and so neither does the mixture.
    if (of.every(isWhole)) return leastBetween(over, { low: low - 1, overLow: -Infinity, high, overHigh: Infinity });
    return leastPoint((x) => over(x) >= 0, low, high);
  }

  /** The log of P(X > x). */
  function aboveOf(part: Distribution, x: number): number {
    if (part.family === "mixture")
      return logPool(
        part.weights,
        part.of.map((one) => aboveOf(one, x)),
      );
    if (isCount(part)) return partTails(part, Math.floor(x) + 1).upper;
    if (part.family !== "draws" && part.family !== "quantiles") return partTails(part, x).upper;
    // P(X <= x) has no digits to lose here: it is a share of the draws, or read off a straight line.
    return Math.log1p(-Math.min(1, Math.exp(partTails(part, x).lower)));
  }

  function isWhole(part: Distribution): boolean {
    if (part.family === "mixture") return part.of.every(isWhole);
    return (
      isCount(part) || (part.family === "draws" && part.values.every((value) => Number.isInteger(value) && value >= 0))
    );
  }

  /** Whether chances lie on single values, so that where there are some a density beside them counts for nothing. */
  function hasPoints(part: Distribution): boolean {
    if (part.family === "mixture") return part.of.every(hasPoints);
    return isCount(part) || part.family === "draws";
  }

  function logDensity({ weights, of }: Mixture, x: number): number {
    const logs = of.map((part) => {
      const isNone = isCount(part) && !(Number.isInteger(x) && x >= 0);
      return isNone ? -Infinity : familyFor(part).logDensity(part, x);
    });
    const hasBoth = of.some(hasPoints) && !of.every(hasPoints);
    if (hasBoth && of.some((part, i) => hasPoints(part) && logs[i] > -Infinity)) return Infinity;
    return logs.includes(Infinity) ? Infinity : logPool(weights, logs);
  }

  const mean = ({ weights, of }: Mixture): number => of.reduce((sum, part, i) => sum + weights[i] * meanOf(part), 0);

  return {
    isCount: ({ of }) => of.every(isCount),
    check: ({ weights, of }) => {
      if (!Array.isArray(of) || of.length === 0) return "mixture needs at least 1 part, got 0";
      if (!Array.isArray(weights) || weights.length !== of.length)
        return `mixture needs a weight for each of ${of.length} parts, got ${weights?.length}`;
      const wrong = weights.findIndex((weight) => !(weight > 0 && weight <= 1));
      if (wrong >= 0) return `mixture needs weights above 0, got ${weights[wrong]} (weight ${wrong + 1})`;
      const whole = weights.reduce((sum, weight) => sum + weight, 0);
      if (!(Math.abs(whole - 1) <= 1e-9)) return `mixture needs weights that add to 1, got ${whole}`;
      const faults = of.map(faultOf);
      const at = faults.findIndex((fault) => fault !== undefined);
      return at < 0 ? undefined : `mixture: ${faults[at]} (part ${at + 1})`;
    },
    logDensity,
    logTails,
    quantile,
    mean,
    variance: (distribution) => {
      const centre = mean(distribution);
      return distribution.of.reduce(
        (sum, part, i) =>
          sum + distribution.weights[i] * (familyFor(part).variance(part) + (meanOf(part) - centre) ** 2),
        0,
      );
    },
    sampler: ({ weights, of }, uniform) => {
      const samplers = of.map((part) => familyFor(part).sampler(part, uniform));
      return () => {
        let left = uniform();
        let at = 0;
        while (at < weights.length - 1 && left >= weights[at]) left -= weights[at++];
        return samplers[at]();
      };
    },
  };
}

/** The log of a weighted mean of chances (or densities) that are known by their logs; digits are kept at both ends. */
function logPool(weights: readonly number[], logs: readonly number[]): number {
  let missing = 0;
  for (let i = 0; i < logs.length; i++) missing += weights[i] * Math.expm1(logs[i]);
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  if (missing > -0.5 && missing <= 0) return Math.log1p(missing / whole);
  return logs.reduce((sum, log, i) => logSum(sum, Math.log(weights[i] / whole) + log), -Infinity);
}

/** The least double that `reaches`, between one that may not and one that does. */
function leastPoint(reaches: (x: number) => boolean, from: number, to: number): number {
  if (reaches(from)) return from;
  let [low, high] = [from, to];
  for (;;) {
    const middle = low + (high - low) / 2;
    if (!(middle > low && middle < high)) return high;
    if (reaches(middle)) high = middle;
    else low = middle;
  }
}

import type { CountDistribution } from "../core/distribution.js";
import { InputError } from "../core/errors.js";
import { countFamilyOf } from "../distributions/countFamilies.js";
import { familyFor } from "../distributions/families.js";
import type { Leaves } from "../distributions/leavesOf.js";
import { type SmoothSumOptions, smoothSum, stretches } from "../math/smoothSum.js";
import { edgesOf } from "./edgesOf.js";
import type { Line } from "./ruler.js";

/** The most whole numbers that may lie where a mixture of counts and measures has to be looked at between them. */
const most = 100_000;

/**
 * The integral from `from` on of the squared gap between any cumulative chance and what came: by quadrature, stretch by
 * stretch between the points where it is not smooth. All its parts are positive, so nothing cancels, and its time hardly
 * grows with the counts.
 *
 * @throws InputError for a mixture of measures with counts that reach beyond 100,000, and for counts whose tails would have
 *   too few digits or take too long: a negbin with a mean beyond 1e14 or 1e14 sizes (its counts are no longer whole as
 *   doubles), a Poisson beyond 1e11 (some seconds), a beta-binomial of n beyond what is added up
 */
export function gapOfLeaves(leaves: Leaves, observed: number, line: Line): number {
  const { verb, from, ruler } = line;
  const { points, counts, measures } = leaves;
  for (const { of } of counts) checkReach(of, verb);
  const isSum = measures.length === 0;
  const split = Math.max(observed, from);
  const grid = edgesOf(leaves);
  const breaks = [observed, ...points.map(({ at }) => at)];
  for (const { of } of measures) if (of.family === "quantiles") breaks.push(...of.values);
  for (const { of } of counts)
    breaks.push(0, ...(isSum ? [256, ...("n" in of ? [of.n - 256, of.n] : [])] : wholesOf(of, verb)));
  const low = Math.max(from, Math.min(observed, grid[0] ?? observed, ...points.map(({ at }) => at)));
  const high = Math.max(split, grid[grid.length - 1] ?? split, ...points.map(({ at }) => at));
  const cuts = [...new Set([low, ...breaks.filter((at) => at > low && at < high), high])].sort((a, b) => a - b);
  const edges = [...grid, ...ruler.edges(low, high)].sort((a, b) => a - b);
  let gap = 0;
  for (let i = 1; i < cuts.length; i++) {
    const [start, end] = [cuts[i - 1], cuts[i]];
    const isBelow = end <= observed;
    const still = points.reduce((sum, { at, chance }) => sum + (at <= start === isBelow ? chance : 0), 0);
    const chanceAt = (x: number): number => {
      let chance = still;
      for (const one of counts) chance += one.chance * countChance(one, isSum ? x : Math.floor(start), isBelow);
      for (const { of, chance: share } of measures) {
        const tails = familyFor(of).logTails(of, x);
        chance += share * Math.exp(isBelow ? tails.lower : tails.upper);
      }
      return chance * chance;
    };
    const options = { edges, least: 1e-16 * gap };
    gap += isSum
      ? cellsBetween(chanceAt, start, end, { ...options, ruler })
      : stretches((x) => chanceAt(x) * ruler.densityAt(x), start, end, options);
  }
  return gap;
}

/** @throws InputError where the tails of a count would have too few digits, or take too long */
function checkReach(of: CountDistribution, verb: string): void {
  if (of.family === "negbin" && of.mean / of.size > 1e14)
    throw new InputError(`${verb}: needs a negbin with a mean of at most 1e14 sizes, got ${of.mean} and ${of.size}`);
  if (of.family === "negbin" && of.mean > 1e14)
    throw new InputError(`${verb}: needs a negbin with a mean of at most 1e14, got ${of.mean}`);
  if (of.family === "poisson" && of.mean > 1e11)
    throw new InputError(`${verb}: needs a poisson with a mean of at most 1e11, got ${of.mean}`);
  if (of.family === "betaBinomial" && of.n > 5000)
    throw new InputError(
      `${verb}: needs a betaBinomial of n up to 1000000, or 5000 in a mixture with measures or wider counts, got ${of.n}`,
    );
}

type Options = SmoothSumOptions & Pick<Line, "ruler">;

/** The integral of what is level between whole numbers, from any number to any other. */
function cellsBetween(at: (k: number) => number, start: number, end: number, { ruler, ...options }: Options): number {
  const [first, last] = [Math.ceil(start), Math.floor(end)];
  if (first > last) return at(Math.floor(start)) * ruler.between(start, end);
  const cell = (k: number): number => at(k) * ruler.between(k, k + 1);
  const whole = last > first ? smoothSum(cell, first, last - 1, options) : 0;
  const before = first > start ? at(first - 1) * ruler.between(start, first) : 0;
  return before + whole + (end > last ? at(last) * ruler.between(last, end) : 0);
}

/** The chance of `x` or less, or of more than `x`; for `least` 1 of what is above 0 alone. Between whole numbers it goes on smoothly. */
function countChance({ of, least }: Leaves["counts"][number], x: number, isBelow: boolean): number {
  if (x < least) return isBelow ? 0 : 1;
  if ("n" in of && x >= of.n) return isBelow ? 1 : 0;
  const family = countFamilyOf(of);
  const whole = least === 1 ? family.logTails(of, 1).upper : 0;
  const above = Math.exp(family.logTails(of, x + 1).upper - whole);
  if (!isBelow) return above;
  if (above < 0.5) return 1 - above;
  const below = Math.exp(family.logTails(of, x).lower);
  return least === 0 ? below : (below - Math.exp(family.logDensity(of, 0))) / Math.exp(whole);
}

/** The whole numbers that a count may be. */
function wholesOf(of: CountDistribution, verb: string): number[] {
  const top = countFamilyOf(of).quantile(of, 1 - 2 ** -53);
  if (top > most)
    throw new InputError(`${verb}: needs counts up to ${most} where they are mixed with measures, got ${top}`);
  return Array.from({ length: top + 1 }, (_, k) => k);
}

import { type CountTerms, countTerms } from "../distributions/countTerms.js";
import type { Leaves } from "../distributions/leavesOf.js";
import type { Line } from "./ruler.js";

/** The most counts that are gone through one by one; where a beta-binomial is among them, which cannot be had otherwise. */
const longest = 100_000;
const longestOfShares = 1_000_000;

/**
 * The integral from `from` on of the squared gap between the cumulative chance and what came: of F² below `observed` and
 * of (1 - F)² from there on, added up count by count. All its parts are positive, so nothing cancels. Undefined where the
 * values are not whole, or spread over too many counts.
 */
export function gapOfCounts({ points, counts, measures }: Leaves, observed: number, line: Line): number | undefined {
  const { from } = line;
  if (measures.length > 0) return undefined;
  const pivot = Math.floor(Math.max(observed, from));
  const most = counts.some(({ of }) => of.family === "betaBinomial") ? longestOfShares : longest;
  let [low, high] = [Infinity, -Infinity];
  for (const { at } of points) {
    if (!Number.isInteger(at)) return undefined;
    low = Math.min(low, at);
    high = Math.max(high, at);
  }
  if (high - low > most) return undefined;
  const lines: (CountTerms & { readonly chance: number })[] = [];
  for (const { of, chance, least } of counts) {
    const own = countTerms(of, { pivot, least, most: of.family === "betaBinomial" ? most + 1 : longest });
    if (own === undefined) return undefined;
    lines.push({ ...own, chance });
    low = Math.min(low, own.from);
    high = Math.max(high, own.from + own.terms.length - 1);
  }
  if (high - low > most) return undefined;
  const chances = new Float64Array(high - low + 1);
  for (const { at, chance } of points) chances[at - low] += chance;
  for (const { from: first, terms, chance } of lines)
    for (let i = 0; i < terms.length; i++) chances[first - low + i] += chance * terms[i];
  return gapOfChances(chances, low, observed, line);
}

/** The same of chances that lie on the whole numbers from `low` on. */
function gapOfChances(chances: Float64Array, low: number, observed: number, { from, ruler }: Line): number {
  const past = Math.max(low + chances.length - 1, from);
  const split = Math.max(observed, from);
  // Before the first value all chance lies above, after the last one below.
  let gap = low > split ? ruler.between(split, low) : 0;
  if (observed > past) gap += ruler.between(past, observed);
  for (let i = 0, below = 0; i < chances.length - 1 && low + i < observed; i++) {
    below += chances[i];
    const [start, end] = [Math.max(low + i, from), Math.min(low + i + 1, observed)];
    if (end > start) gap += below * below * ruler.between(start, end);
  }
  for (let i = chances.length - 1, above = 0; i > 0 && low + i > split; i--) {
    above += chances[i];
    gap += above * above * ruler.between(Math.max(low + i - 1, split), low + i);
  }
  return gap;
}

import { checkAlpha, demandAhead, leastOf, neverSeen, squaredErrors } from "./intermittent.js";
import type { Model } from "./model.js";

/** Smoothing parameters tried where none is given: 0.02, 0.04 up to 0.5. */
const tried = Array.from({ length: 25 }, (_, i) => (i + 1) / 50);

/**
 * Teunter, Syntetos and Babai's method for counts that are mostly 0 and may die out: the counts above 0 are smoothed by
 * `sizeAlpha`, and whether a period has an event by `chanceAlpha`, in every period, so that a quiet spell lowers what is expected.
 * Those that are not given (or null) are of 0.02 to 0.5, by fiftieths, what made the squared errors of the forecasts of the next
 * period least. The method itself has no distribution: here it is a hurdle with the method's mean, as `demandAhead` says. It knows
 * no exposure and no season: where counts have one, its intervals, the same all year, cover too seldom.
 *
 * @throws InputError when a smoothing parameter is not from 0 to 1
 * @see Teunter, Syntetos & Babai (2011) European Journal of Operational Research 214, 606–615
 * @example
 * tsb(0.1, 0.2).fit({ values: [0, 4, 0], exposure: [1, 1, 1], start: "2024-01-01", every: "month", beside: [], place: 0 }).parameters.point // 4 * 0.16
 */
export function tsb(sizeAlpha: number | null = null, chanceAlpha: number | null = null): Model {
  checkAlpha(sizeAlpha, "tsb");
  checkAlpha(chanceAlpha, "tsb");
  const isFree = sizeAlpha === null && chanceAlpha === null;
  return {
    name: `tsb(${isFree ? "" : `${sizeAlpha},${chanceAlpha}`})`,
    needs: 2,
    fit: (history) => {
      const { values } = history;
      if (values.every((value) => value === 0)) return neverSeen(history);
      const sizes = (sizeAlpha === null ? tried : [sizeAlpha]).map((alpha) => ({
        alpha,
        levels: sizesOf(values, alpha),
      }));
      const chances = (chanceAlpha === null ? tried : [chanceAlpha]).map((alpha) => ({
        alpha,
        levels: chancesOf(values, alpha),
      }));
      const pairs = sizes.flatMap((size) => chances.map((chance) => ({ size, chance })));
      const lossOf = ({ size, chance }: (typeof pairs)[number]): number =>
        squaredErrors(values, (t) => size.levels[t] * chance.levels[t]);
      const best = pairs.length === 1 ? pairs[0] : leastOf(pairs, lossOf);
      const last = values.length - 1;
      const [size, chance] = [best.size.levels[last], best.chance.levels[last]];
      const point = size * chance;
      return {
        parameters: { sizeAlpha: best.size.alpha, chanceAlpha: best.chance.alpha, size, chance, point },
        ahead: demandAhead(history, { point, size }, best.size.alpha),
      };
    },
  };
}

/** The smoothed size after each period; before the first event the first size, which only the choice of alpha looks at. */
function sizesOf(values: readonly number[], alpha: number): number[] {
  let level = values.find((value) => value > 0) ?? 0;
  return values.map((value) => {
    if (value > 0) level += alpha * (value - level);
    return level;
  });
}

/** The smoothed chance of an event after each period. */
function chancesOf(values: readonly number[], alpha: number): number[] {
  let level = Math.min(1, values[0]);
  return values.map((value) => {
    level += alpha * (Math.min(1, value) - level);
    return level;
  });
}

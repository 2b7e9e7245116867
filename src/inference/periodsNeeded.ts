import { InputError } from "../core/errors.js";
import type { Design, PeriodsNeeded } from "../core/power.js";
import { decimals, numbered, percent } from "../core/print.js";
import type { Comparison } from "./compare.js";
import { type PowerOptions, power } from "./power.js";

/**
 * After how many periods each comparison could tell a change to `ratio` times the rate with the wanted power, and stays
 * able to for the next two. Without `after` where even `most` periods are too few: since the stretch before does not grow,
 * some changes can never be told.
 *
 * @throws InputError when the wanted power is not between 1 - level and 1, or the design makes no sense
 * @example
 * periodsNeeded({ before: 7, mean: 20, phi: 1, ratio: 0.5 }, [rateRatio("central")], { power: 0.8, most: 24, level: 0.95, seed: 1, draws: 1000 })[0].after // 2
 */
export function periodsNeeded(
  design: Omit<Design, "after"> & { readonly ratio: number },
  comparisons: readonly Comparison[],
  { power: wanted, most, ...options }: PowerOptions & { readonly power: number; readonly most: number },
): PeriodsNeeded[] {
  if (!(wanted > 1 - options.level && wanted < 1))
    throw new InputError(`periodsNeeded: power needs a number between 1 - level and 1, got ${wanted}`);
  if (!(Number.isInteger(most) && most >= 1))
    throw new InputError(`periodsNeeded: most needs a whole number of periods from 1, got ${most}`);
  return comparisons.map((comparison) => {
    const curve: { after: number; power: number }[] = [];
    let inRow = 0;
    for (let after = 1; after <= most && inRow < 3; after++) {
      if (design.before + after < comparison.needs) continue;
      const found = power({ ...design, after }, [comparison], options)[0];
      curve.push({ after, power: found.power });
      inRow = found.power >= wanted ? inRow + 1 : 0;
    }
    const last = curve.at(-1);
    if (last === undefined)
      throw new InputError(`periodsNeeded: ${comparison.name} needs ${comparison.needs} periods, got at most ${most}`);
    const after = inRow === 0 ? undefined : last.after - inRow + 1;
    const { before, mean, phi, ratio } = design;
    const spread = phi === 1 ? "" : ` (variance ${decimals(phi, 1)} times the mean)`;
    const change = `${Number(ratio.toPrecision(3))} times the rate of ${numbered(before, "period")} of ${numbered(Number(mean.toPrecision(3)), "event")}${spread}`;
    const reading =
      after === undefined
        ? `${change} could not be told with a power of ${percent(wanted)} within ${numbered(most, "period")}: the power there is ${percent(last.power)}`
        : `${change} could be told after ${numbered(after, "period")}, with a power of ${percent(curve[curve.length - inRow].power)}`;
    const isExact = phi === 1 && comparison.seesSums === true;
    return {
      ...{ test: comparison.name, level: options.level, before, mean, phi, ratio, wanted, most },
      ...{ ...(after !== undefined && { after }), curve, isExact, draws: isExact ? 0 : options.draws, reading },
      assumes: ["the stretch before stays as it is", "one rate in each stretch, periods independent of each other"],
    };
  });
}

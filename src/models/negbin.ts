import { negbinProfile } from "../inference/negbinProfile.js";
import { type CountGroup, checkWindowFrom, groupsOf, totalsOf } from "./countGroups.js";
import type { Model } from "./model.js";
import { pooled, ratePosterior } from "./ratePosterior.js";
import { steadyRate } from "./steadyRate.js";

/**
 * Counts that spread more than Poisson's about a steady rate, that of the last `window` periods (none or null: of all), exposure
 * allowed for. Rate and alpha (variance mean + alpha mean², 0 where the Poisson fits better than any) are estimated by maximum
 * likelihood. What is said ahead allows for how little both are known: the negative binomial with the mean and the variance of
 * all those that the counts leave likely (alpha / (1 + alpha) beforehand anywhere from 0 to 1, the rate by Jeffreys' rule). A
 * window without an event tells of no spread: then it is the Poisson's.
 *
 * @throws InputError when the window is not a whole number from 2
 * @see Lawless (1987) Canadian Journal of Statistics 15, 209–225
 * @example
 * negbin(24).needs // 24
 */
export function negbin(window: number | null = null): Model {
  checkWindowFrom(window, 2, "negbin");
  return {
    name: `negbin(${window ?? ""})`,
    needs: window ?? 2,
    fit: (history) => {
      const groups = groupsOf(history, window);
      const total = totalsOf(groups);
      if (total.events === 0) return unseen(groups, { rate: 0, alpha: 0 });
      const from = history.values.length - total.periods;
      const { rates, spread, logLikelihood } = negbinProfile([
        { values: history.values.slice(from), exposure: history.exposure.slice(from) },
      ]);
      const { mean, size } = negbinAhead(groups);
      return {
        parameters: { rate: rates[0], alpha: spread },
        logLikelihood,
        ahead: ({ exposure }) => exposure.map((one) => ({ family: "negbin", mean: mean * one, size })),
      };
    },
  };
}

/** What is said of a unit of exposure after such counts, some of which are above 0. */
export function negbinAhead(groups: readonly CountGroup[]): { mean: number; size: number } {
  const total = totalsOf(groups);
  const { mean, size } = pooled(ratePosterior(groups));
  return { mean: (mean * total.periods) / total.exposure, size };
}

/** After a window without an event all families are likeliest at 0, for certain, and say what a steady rate would. */
export function unseen(
  groups: readonly CountGroup[],
  parameters: Readonly<Record<string, number>>,
): ReturnType<Model["fit"]> {
  return {
    parameters,
    logLikelihood: 0,
    ahead: ({ exposure }) => exposure.map((one) => steadyRate(groups, one)),
  };
}

import { logPoisson } from "../distributions/poisson.js";
import { checkWindowFrom, groupsOf, totalsOf } from "./countGroups.js";
import type { Model } from "./model.js";
import { steadyRate } from "./steadyRate.js";

/**
 * Counts at a steady rate, that of the last `window` periods (none or null: of all), exposure allowed for. The rate is estimated
 * by maximum likelihood; what is said ahead allows for how little it is known, by Jeffreys' rule: a negative binomial, a little
 * wider than the Poisson. So a window without an event does not promise another. Where counts vary more than their mean, as those
 * of violence mostly do, its intervals cannot cover as often as they say: see `negbin`.
 *
 * @throws InputError when the window is not a whole number above 0
 * @see Gelman et al. (2013) Bayesian Data Analysis, 3rd ed., section 2.6
 * @example
 * poisson(24).fit({ ...{ values: [2, 4], exposure: [1, 1] }, start: "2024-01-01", every: "month", beside: [], place: 0 }).parameters // { rate: 3 }
 */
export function poisson(window: number | null = null): Model {
  checkWindowFrom(window, 1, "poisson");
  return {
    name: `poisson(${window ?? ""})`,
    needs: window ?? 1,
    fit: (history) => {
      const groups = groupsOf(history, window);
      const { events, exposure } = totalsOf(groups);
      const rate = events / exposure;
      return {
        parameters: { rate },
        logLikelihood: groups.reduce((sum, one) => sum + one.weight * logPoisson(one.value, one.exposure * rate), 0),
        ahead: (asked) => asked.exposure.map((one) => steadyRate(groups, one)),
      };
    },
  };
}

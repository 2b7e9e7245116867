import { InputError } from "../core/errors.js";
import { checkWindowFrom, groupsOf, totalsOf } from "./countGroups.js";
import { fitHurdle } from "./fitHurdle.js";
import type { Model } from "./model.js";
import { unseen } from "./negbin.js";
import { aboveZero, negbinAbove } from "./negbinAbove.js";
import { ratePosterior } from "./ratePosterior.js";

/**
 * Whether a period has an event, and how many if it has, each apart: the share of quiet periods among the last `window` (none or
 * null: all), and negative binomial counts (or Poisson, if said) given that they are above 0, exposure allowed for in these alone.
 * Estimated by maximum likelihood. What is said ahead allows for how little is known: the chance of a quiet period by Jeffreys'
 * rule; the counts above 0 with the mean and the variance of all negative binomials that the counts leave likely. A window without
 * an event says nothing of how many: then it is what a steady rate would say.
 *
 * @throws InputError when the window is not a whole number from 2, or the counts neither "negbin" nor "poisson"
 * @see Mullahy (1986) Journal of Econometrics 33, 341–365
 * @example
 * hurdle(24, "poisson").name // 'hurdle(24,"poisson")'
 */
export function hurdle(window: number | null = null, counts: "negbin" | "poisson" = "negbin"): Model {
  checkWindowFrom(window, 2, "hurdle");
  if (counts !== "negbin" && counts !== "poisson")
    throw new InputError(`hurdle: counts need to be negbin or poisson, got ${JSON.stringify(counts)}`);
  const isPoisson = counts === "poisson";
  return {
    name: `hurdle(${isPoisson ? `${window},"poisson"` : (window ?? "")})`,
    needs: window ?? 2,
    fit: (history) => {
      const groups = groupsOf(history, window);
      const { events, periods } = totalsOf(groups);
      if (events === 0) return unseen(groups, { rate: 0, alpha: 0, zero: 1 });
      const { rate, alpha, zero, logLikelihood } = fitHurdle(groups, isPoisson);
      const above = groups.filter(({ value }) => value > 0);
      const some = totalsOf(above);
      const components = ratePosterior(above, { areAbove: true, isPoisson });
      const { mean, variance } = aboveZero(components);
      const of = negbinAbove(mean, variance);
      const quiet = (zero * periods + 0.5) / (periods + 1);
      const typical = some.exposure / some.periods;
      return {
        parameters: { rate, alpha, zero },
        logLikelihood,
        ahead: ({ exposure }) =>
          exposure.map((one) => ({ family: "hurdle", zero: quiet, of: { ...of, mean: (of.mean * one) / typical } })),
      };
    },
  };
}

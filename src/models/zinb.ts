import { checkWindowFrom, groupsOf, totalsOf } from "./countGroups.js";
import { fitInflated } from "./fitInflated.js";
import type { Model } from "./model.js";
import { negbinAhead, unseen } from "./negbin.js";
import { negbinTerm } from "./negbinTerm.js";

/**
 * Negative binomial counts with zeros of their own, from the last `window` periods (none or null: from all), exposure allowed for
 * in the counts alone. Rate, alpha (variance mean + alpha mean²) and the chance of a zero apart are estimated by maximum
 * likelihood. What is said ahead allows for how little they are known: each quiet period is taken for a zero apart as far as the
 * fit says so, the chance of one goes by Jeffreys' rule, and the counts as `negbin` says it of the rest. A window without an event
 * tells of neither spread nor zeros apart: then it is what a steady rate would say.
 *
 * @throws InputError when the window is not a whole number from 3
 * @see Lambert (1992) Technometrics 34, 1–14
 * @example
 * zinb(24).needs // 24
 */
export function zinb(window: number | null = null): Model {
  checkWindowFrom(window, 3, "zinb");
  return {
    name: `zinb(${window ?? ""})`,
    needs: window ?? 3,
    fit: (history) => {
      const groups = groupsOf(history, window);
      const { events, periods } = totalsOf(groups);
      if (events === 0) return unseen(groups, { rate: 0, alpha: 0, zero: 0 });
      const { rate, alpha, zero, logLikelihood } = fitInflated(groups, false);
      const counted = groups.map((group) => {
        if (group.value > 0) return group;
        const none = (1 - zero) * Math.exp(negbinTerm(0, group.exposure * rate, alpha).height);
        return { ...group, weight: (group.weight * none) / (zero + none) };
      });
      const apart = (periods - totalsOf(counted).periods + 0.5) / (periods + 1);
      const { mean, size } = negbinAhead(counted);
      return {
        parameters: { rate, alpha, zero },
        logLikelihood,
        ahead: ({ exposure }) =>
          exposure.map((one) => ({
            family: "zeroInflated",
            zero: apart,
            of: { family: "negbin", mean: mean * one, size },
          })),
      };
    },
  };
}

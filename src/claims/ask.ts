import { InputError } from "../core/errors.js";
import type { Forecast, Threshold } from "../core/forecast.js";
import { familyOf } from "../distributions/families.js";
import { logTails } from "../distributions/logTails.js";

/**
 * Turns forecasts of counts into forecasts of yes or no: the chance that the count meets a threshold. Chances far below 1e-300
 * aside, which no number holds, each keeps all its digits, small ones too.
 *
 * @throws InputError when a forecast is of yes or no already, or the threshold is not exactly one bound
 * @example
 * ask([{ says: { family: "poisson", mean: 1e-8 } }], { atLeast: 1 })[0].says.p // 9.99999995e-9
 */
export function ask(forecasts: readonly Forecast[], threshold: Threshold): Forecast[] {
  checkThreshold(threshold, "ask");
  return forecasts.map((one) => {
    if (one.asks !== undefined)
      throw new InputError(`ask: needs forecasts of counts, got one of yes or no (${one.model}, ${one.target})`);
    return { ...one, says: { family: "bernoulli", p: chanceOf(one, threshold) }, asks: threshold };
  });
}

/** @throws InputError when not exactly one bound is given, or it is no number */
export function checkThreshold(threshold: Threshold, verb: string): void {
  const bounds = Object.entries(threshold).filter(([, bound]) => bound !== undefined);
  const [first] = bounds;
  const isKnown = first !== undefined && ["above", "atLeast", "below", "atMost"].includes(first[0]);
  if (bounds.length !== 1 || !isKnown || !Number.isFinite(first[1]))
    throw new InputError(
      `${verb}: threshold needs exactly one of above, atLeast, below, atMost, a number, got ${JSON.stringify(threshold)}`,
    );
}

/** What is counted is whole, so that above 3 and at least 4 are one question, also of what is not a family of counts. */
function chanceOf({ says }: Forecast, { above, atLeast, below, atMost }: Threshold): number {
  const isUpper = above !== undefined || atLeast !== undefined;
  const least = above ?? atMost;
  const from = least === undefined ? Math.ceil(atLeast ?? below ?? 0) : Math.floor(least) + 1;
  const { isCount } = familyOf("ask", says);
  if (from <= 0) return isUpper ? 1 : 0;
  if (isUpper) return Math.exp(logTails(says, from).upper);
  // Of what is not a family of counts, all that lies below: the greatest number below stands for it.
  return Math.exp(logTails(says, isCount ? from - 1 : from * (1 - Number.EPSILON / 2)).lower);
}

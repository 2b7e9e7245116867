import type { Distribution } from "../core/distribution.js";
import { InputError } from "../core/errors.js";
import { groupsOf } from "./countGroups.js";
import type { Fit, History } from "./model.js";
import { negbinAbove } from "./negbinAbove.js";
import { smoothed } from "./smoothed.js";
import { steadyRate } from "./steadyRate.js";

/** What a rule for counts that are mostly 0 says of the next period. */
export interface Demand {
  /** What is expected of a period: the method's own point forecast. */
  readonly point: number;
  /** The count expected of a period that has an event. */
  readonly size: number;
}

/**
 * What is said ahead by a rule that smooths the counts above 0 and how often there are any: a hurdle whose mean is the rule's point
 * forecast at every step. A period has an event with the chance that point and size leave; the counts above 0 are a negative
 * binomial with the size's mean. Their variance is that of the one-step errors of the smoothed sizes in proportion to them, as if
 * one more error as large as the size had been seen, but no more than such counts can have; it grows with each step ahead as that
 * of simple smoothing does. Neither an event nor a quiet period is ever certain: after n periods the chance of each is at least
 * 0.5 / (n + 1), and where the point lies so low the mean is above it.
 */
export function demandAhead(history: History, { point, size }: Demand, alpha: number): Fit["ahead"] {
  const sizes = history.values.filter((value) => value > 0);
  const levels = smoothed(sizes, alpha);
  let squares = size * size;
  let against = size * size;
  for (let j = 1; j < sizes.length; j++) {
    squares += (sizes[j] - levels[j - 1]) ** 2;
    against += levels[j - 1] ** 2;
  }
  const relative = squares / against;
  const doubt = 0.5 / (history.values.length + 1);
  const typical = Math.max(size, 1 + 0.5 / (sizes.length + 1));
  const chance = Math.min(1 - doubt, Math.max(doubt, point / typical));
  // Where the chance had to give way the size makes up for it, as long as it stays above 1.
  const mean = chance > doubt ? Math.max(1, point / chance) : typical;
  return ({ exposure }) =>
    exposure.map((_, i): Distribution => {
      const variance = mean * mean * relative * (1 + alpha * alpha * i);
      return { family: "hurdle", zero: 1 - chance, of: negbinAbove(mean, variance) };
    });
}

/** Without an event there is nothing to smooth: what a steady rate would say. */
export function neverSeen(history: History): Fit {
  const groups = groupsOf({ values: history.values, exposure: history.values.map(() => 1) }, null);
  return {
    parameters: { point: 0 },
    ahead: ({ exposure }) => exposure.map(() => steadyRate(groups, 1)),
  };
}

/** @throws InputError when a smoothing parameter is neither from 0 to 1 nor null, for the best of the past */
export function checkAlpha(alpha: number | null, name: string): void {
  if (alpha !== null && !(Number.isFinite(alpha) && alpha >= 0 && alpha <= 1))
    throw new InputError(`${name}: alpha needs a number from 0 to 1, or null for the best of the past, got ${alpha}`);
}

/** The squared errors of point forecasts, the one made after each period against the next count; none before the first event. */
export function squaredErrors(values: readonly number[], pointAfter: (t: number) => number | undefined): number {
  let sum = 0;
  for (let t = 1; t < values.length; t++) {
    const point = pointAfter(t - 1);
    if (point !== undefined) sum += (values[t] - point) ** 2;
  }
  return sum;
}

/** The first of some choices with the least loss. */
export function leastOf<Choice>(choices: readonly Choice[], loss: (choice: Choice) => number): Choice {
  let best = choices[0];
  let least = Infinity;
  for (const choice of choices) {
    const here = loss(choice);
    if (here < least) [best, least] = [choice, here];
  }
  return best;
}

import { percent, withInterval } from "./print.js";
import type { Verdict } from "./verdict.js";

/**
 * A verdict's number with its interval, in the unit it has; empty where it has none.
 *
 * @example
 * numberOf({ scale: "probability", estimate: 0.53, interval: [0.2, 0.8] }) // "53%, 20% to 80%"
 */
export function numberOf({ estimate, interval, scale }: Pick<Verdict, "estimate" | "interval" | "scale">): string {
  if (estimate === undefined || interval === undefined) return "";
  if (scale === "probability") return `${percent(estimate)}, ${percent(interval[0])} to ${percent(interval[1] ?? 1)}`;
  return withInterval(estimate, interval, 2);
}

/**
 * What says how easily a verdict could have been another: its power, and what earlier years answered; empty where neither is
 * known.
 *
 * @example
 * supportOf({ usual: { yes: 3, years: 6 } }) // "yes in 3 of 6 years"
 */
export function supportOf({ power, usual }: Pick<Verdict, "power" | "usual">): string {
  return [
    ...(power === undefined ? [] : [`${percent(power.chance)} for ${power.of}`]),
    ...(usual === undefined ? [] : [`yes in ${usual.yes} of ${usual.years} years`]),
  ].join("; ");
}

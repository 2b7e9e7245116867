import { sampleGamma } from "../distributions/sampleGamma.js";
import { countOf } from "./countOf.js";
import type { Fit } from "./model.js";
import { walkedPaths } from "./walkedPaths.js";

/**
 * What can be said after `exposure` without a single event: the rate is a gamma variable with half an event in all that
 * exposure, Jeffreys' prior brought up to date, so that a place that was quiet for a year may still see its first event.
 *
 * @see Jeffreys (1946) Proceedings of the Royal Society A 186, 453–461
 */
export function quietFit(exposure: number): Fit {
  return {
    parameters: { events: 0, exposure },
    ahead: ({ exposure: asked, draws, uniform }) =>
      walkedPaths(asked.length, draws, (path) => {
        const rate = quietRate(exposure, uniform);
        for (let h = 0; h < path.length; h++) path[h] = countOf(rate * asked[h], 0, uniform);
      }),
  };
}

/** A rate that may lie behind so much exposure without an event. */
export function quietRate(exposure: number, uniform: () => number): number {
  return sampleGamma(0.5, uniform) / exposure;
}

import { InputError } from "../core/errors.js";
import { checkOptions } from "./checkOptions.js";
import { calledWith, checkSpan } from "./checkSeason.js";
import { countOf } from "./countOf.js";
import { dispersions, estimates } from "./estimates.js";
import { type IngarchData, type IngarchFit, ingarchFit } from "./ingarchFit.js";
import type { Fit, Model } from "./model.js";
import { quietFit } from "./quietFit.js";
import { walkedPaths } from "./walkedPaths.js";

export interface IngarchOptions {
  /** How counts vary about the rate: "negbin" (mean + dispersion * mean²) unless said. */
  readonly family?: "poisson" | "negbin";
  /** How many of the last periods it is fitted to; all unless said. */
  readonly window?: number;
}

/**
 * Counts that breed counts: each period's rate is an intercept, a part of the last count (`past`) and a part of the last
 * rate (`feedback`) added up; INGARCH(1,1) with identity link, on rates where exposure differs. All parts are at least 0 and
 * past + feedback stay below 1, so that no forecast explodes: far ahead it nears intercept / (1 - past - feedback).
 *
 * Fitted by maximum likelihood, dispersion included, given that the first rate is the mean rate. What comes is simulated in
 * paths that carry their own counts on, each with parameters of its own: normal about the estimates by Fisher's information
 * and that of a uniform guess of past and feedback, redrawn until they are allowed. Without any event the rate is that of
 * half an event in all the time seen, by Jeffreys' prior, and no path's rate falls below that: a quiet year ends nothing for certain.
 *
 * @throws InputError when an option cannot be
 * @see Ferland, Latour & Oraichi (2006) Journal of Time Series Analysis 27, 923–942; Fokianos, Rahbek & Tjøstheim (2009)
 * Journal of the American Statistical Association 104, 1430–1439
 * @example
 * ingarch({ family: "poisson" }).needs // 4
 */
export function ingarch(options: IngarchOptions = {}): Model {
  checkOptions(options, ["family", "window"], "ingarch");
  const { family = "negbin", window } = options;
  if (family !== "poisson" && family !== "negbin")
    throw new InputError(`ingarch: family needs to be poisson or negbin, got ${JSON.stringify(family)}`);
  return {
    name: calledWith("ingarch", options),
    needs: checkSpan(window, 4, "ingarch"),
    fit: (history) => {
      const values = Float64Array.from(window === undefined ? history.values : history.values.slice(-window));
      const exposure = Float64Array.from(history.exposure.slice(-values.length));
      const events = values.reduce((sum, y) => sum + y, 0);
      const time = exposure.reduce((sum, one) => sum + one, 0);
      if (events === 0) return quietFit(time);
      const seen = { values, exposure, first: events / time };
      return forecasts(seen, ingarchFit(seen, family === "negbin"));
    },
  };
}

/** What a uniform number from 0 to 1 tells: one over its variance. */
const uniformInformation = 12;
const mostTries = 200;

function forecasts(seen: IngarchData, fit: IngarchFit): Fit {
  const { intercept, past, feedback, dispersion, dispersionError, logLikelihood } = fit;
  const information = fit.information.slice();
  information[4] += uniformInformation;
  information[8] += uniformInformation;
  return {
    parameters: { intercept, past, feedback, dispersion },
    logLikelihood,
    ahead: ({ exposure, draws, uniform }) => {
      const drawn = estimates([intercept, past, feedback], information, uniform);
      const spread = dispersions(dispersion, dispersionError, uniform);
      const last = seen.values.length - 1;
      const least = 0.5 / seen.exposure.reduce((sum, one) => sum + one, 0);
      return walkedPaths(exposure.length, draws, (path) => {
        let [i, p, f] = drawn();
        for (let tries = 1; tries < mostTries && !isAllowed(i, p, f); tries++) [i, p, f] = drawn();
        if (!isAllowed(i, p, f)) [i, p, f] = [intercept, past, feedback];
        const varies = spread();
        let rate = lastRate(seen, i, p, f);
        let count = seen.values[last] / seen.exposure[last];
        for (let h = 0; h < path.length; h++) {
          rate = Math.max(least, i + p * count + f * rate);
          path[h] = countOf(rate * exposure[h], varies, uniform);
          count = path[h] / exposure[h];
        }
      });
    },
  };
}

function isAllowed(intercept: number, past: number, feedback: number): boolean {
  return intercept > 0 && past >= 0 && feedback >= 0 && past + feedback < 1;
}

/** The rate of the last period seen. */
function lastRate({ values, exposure, first }: IngarchData, intercept: number, past: number, feedback: number): number {
  let rate = first;
  for (let t = 1; t < values.length; t++) rate = intercept + (past * values[t - 1]) / exposure[t - 1] + feedback * rate;
  return rate;
}

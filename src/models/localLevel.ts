import { InputError } from "../core/errors.js";
import { logNegbin } from "../distributions/negbin.js";
import { goldenSection } from "../math/goldenSection.js";
import { checkOptions } from "./checkOptions.js";
import { countOf } from "./countOf.js";
import type { Ahead, Fit, Model } from "./model.js";
import { quietFit } from "./quietFit.js";
import { walkedPaths } from "./walkedPaths.js";

export interface LocalLevelOptions {
  /** What a period's worth of knowledge is worth one period later, above 0 and up to 1: 1 is a rate that never changes. */
  readonly discount?: number;
}

/**
 * Counts about a rate that wanders: the rate is a gamma variable, each period's count and exposure are added to its shape
 * and rate, and both lose the share 1 - discount from one period to the next. The discount is the most likely one unless
 * given. The first count that is not 0 starts it off (as improper as that is: zeros before it count as time, not as
 * evidence of a change); without any the rate is that of half an event in all the time seen, by Jeffreys' prior. That is said as
 * well where a quiet spell has worn the rate down below it, since no spell ends all events for certain.
 *
 * Of the next period it says a negative binomial distribution in closed form; of those after it paths, each count of which
 * brings the gamma variable up to date in turn, so that they are exact draws from the model. A discount is taken as known.
 *
 * It is for short horizons, and it knows no season. With a discount below 1 nothing draws the rate back to where it was: over many
 * periods most paths run down to near 0 and a few far up, so that the mean stays and the median falls.
 *
 * @throws InputError when the discount is not above 0 and up to 1
 * @see Harvey & Fernandes (1989) Journal of Business & Economic Statistics 7, 407–417
 * @example
 * localLevel({ discount: 0.9 }).name // "localLevel({\"discount\":0.9})"
 */
export function localLevel(options: LocalLevelOptions = {}): Model {
  checkOptions(options, ["discount"], "localLevel");
  const { discount } = options;
  if (discount !== undefined && !(Number.isFinite(discount) && discount > 0 && discount <= 1))
    throw new InputError(`localLevel: discount needs a number above 0 and up to 1, got ${discount}`);
  return {
    name: discount === undefined ? "localLevel()" : `localLevel(${JSON.stringify(options)})`,
    needs: 2,
    fit: ({ values, exposure }) => {
      const time = exposure.reduce((sum, one) => sum + one, 0);
      if (values.every((y) => y === 0)) return quietFit(time);
      const likeliest = discount ?? likeliestDiscount(values, exposure);
      return fitOf(likeliest, levelOf(values, exposure, likeliest), time);
    },
  };
}

/** The gamma variable behind the last period, and how likely the counts after the first that is not 0 were. */
interface Level {
  readonly shape: number;
  readonly rate: number;
  readonly logLikelihood: number;
}

function levelOf(values: readonly number[], exposure: readonly number[], discount: number): Level {
  let [shape, rate, logLikelihood] = [0, 0, 0];
  for (let t = 0; t < values.length; t++) {
    shape *= discount;
    rate *= discount;
    // A shape that many zeros have worn down to nothing still expects something.
    if (shape > 0) shape = Math.max(shape, leastShape);
    if (shape > 0) logLikelihood += logNegbin(values[t], (exposure[t] * shape) / rate, shape);
    shape += values[t];
    rate += exposure[t];
  }
  return { shape, rate, logLikelihood };
}

const leastShape = 1e-200;

/** A grid first, since there may be several tops, then golden sections. */
function likeliestDiscount(values: readonly number[], exposure: readonly number[]): number {
  const height = (discount: number): number => levelOf(values, exposure, discount).logLikelihood;
  const grid = [0.01, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.94, 0.97, 0.985, 0.995, 1];
  const heights = grid.map(height);
  const best = heights.indexOf(Math.max(...heights));
  // 38 turns leave less than 1e-8 of where it lies.
  const top = goldenSection(height, grid[Math.max(0, best - 1)], grid[Math.min(grid.length - 1, best + 1)], 38);
  return top.height >= heights[best] ? top.at : grid[best];
}

function fitOf(discount: number, { shape, rate, logLikelihood }: Level, time: number): Fit {
  /** What is left a period later: of half an event in all the time seen, where the rate is below it. */
  const rest = (shapeNow: number, rateNow: number): readonly [number, number] =>
    shapeNow * time < 0.5 * rateNow ? [0.5 * discount, time * discount] : [shapeNow * discount, rateNow * discount];
  return {
    parameters: { discount, level: shape / rate, shape, rate },
    logLikelihood,
    ahead: ({ exposure, draws, uniform }: Ahead) => {
      const paths = walkedPaths(exposure.length, draws, (path) => {
        let [shapeNow, rateNow] = [shape, rate];
        for (let h = 0; h < path.length; h++) {
          [shapeNow, rateNow] = rest(shapeNow, rateNow);
          path[h] = countOf((exposure[h] * shapeNow) / rateNow, 1 / shapeNow, uniform);
          shapeNow += path[h];
          rateNow += exposure[h];
        }
      });
      const [size, over] = rest(shape, rate);
      const next = { family: "negbin", mean: (exposure[0] * size) / over, size } as const;
      return paths.map((draws, h) => (h === 0 ? next : draws));
    },
  };
}

import { logNegbin } from "../distributions/negbin.js";
import { logPoisson } from "../distributions/poisson.js";
import { type CountSurface, countSurface } from "../math/countSurface.js";
import { quasiNewton } from "../math/quasiNewton.js";

/** Counts and their exposure, and the rate that stands before the first count is seen. */
export interface IngarchData {
  readonly values: Float64Array;
  readonly exposure: Float64Array;
  readonly first: number;
}

/** What the rate of a period is made of: rate = intercept + past * (last count / its exposure) + feedback * last rate. */
export interface IngarchFit {
  readonly intercept: number;
  readonly past: number;
  readonly feedback: number;
  /** 0 for Poisson's. */
  readonly dispersion: number;
  readonly dispersionError: number;
  /** Of intercept, past and feedback: Fisher's information, 3 * 3 row by row. */
  readonly information: Float64Array;
  readonly logLikelihood: number;
}

/**
 * The most likely INGARCH(1,1) with identity link, with all its parts at least 0 and past + feedback below 1: the whole
 * likelihood, dispersion included, given that the first rate is the mean rate.
 */
export function ingarchFit({ values, exposure, first }: IngarchData, isNegbin: boolean): IngarchFit {
  const search = searchOf({ values, exposure, first });
  let best = search.down([Math.log(0.4), 0, 0]);
  for (const start of [
    [Math.log(0.15), -0.4, 1.7],
    [Math.log(0.2), 1.2, -0.5],
    [Math.log(0.9), -3, -3],
  ]) {
    const other = search.down(start);
    if (other.height < best.height) best = other;
  }
  search.means(best.at);
  if (isNegbin && search.surface.excess(search.fitted) > 0) {
    const squares = search.fitted.reduce((sum, mean) => sum + mean * mean, 0);
    const alpha = (2 * search.surface.excess(search.fitted)) / squares;
    const shapes = [best.at, [Math.log(0.4), 0, 0], [Math.log(0.15), -0.4, 1.7], [Math.log(0.9), -3, -3]];
    const found = shapes.map((shape) => search.down([...shape, Math.log(alpha)]));
    best = found.reduce((one, other) => (other.height < one.height ? other : one));
    search.means(best.at);
  }
  return fitOf(search, best.at, { values, exposure, first });
}

interface Search {
  readonly surface: CountSurface;
  readonly fitted: Float64Array;
  /** The slopes of each rate in intercept, past and feedback. */
  readonly rises: readonly Float64Array[];
  /** Fills in `fitted` and `rises`, and gives intercept, past and feedback. */
  means(at: ArrayLike<number>): readonly [number, number, number];
  /** From log intercept (over the mean rate), two logits and, for a negative binomial, log dispersion. */
  down(start: readonly number[]): { readonly at: Float64Array; readonly height: number };
}

function searchOf({ values, exposure, first }: IngarchData): Search {
  const n = values.length;
  const surface = countSurface(values);
  const [fitted, slopes] = [new Float64Array(n), new Float64Array(n)];
  const rises = [0, 1, 2].map(() => new Float64Array(n));
  const [byIntercept, byPast, byFeedback] = rises;
  const means = (at: ArrayLike<number>): readonly [number, number, number] => {
    const whole = Math.exp(-Math.max(0, at[1], at[2]));
    const [one, other] = [Math.exp(at[1] + Math.log(whole)), Math.exp(at[2] + Math.log(whole))];
    const [past, feedback] = [one / (whole + one + other), other / (whole + one + other)];
    const intercept = first * Math.exp(at[0]);
    let rate = first;
    fitted[0] = exposure[0] * rate;
    for (let t = 1; t < n; t++) {
      const seen = values[t - 1] / exposure[t - 1];
      byIntercept[t] = 1 + feedback * byIntercept[t - 1];
      byPast[t] = seen + feedback * byPast[t - 1];
      byFeedback[t] = rate + feedback * byFeedback[t - 1];
      rate = intercept + past * seen + feedback * rate;
      fitted[t] = exposure[t] * rate;
    }
    return [intercept, past, feedback];
  };
  const down = (start: readonly number[]) =>
    quasiNewton(
      start,
      (at, slope) => {
        const [intercept, past, feedback] = means(at);
        const alpha = at.length > 3 ? Math.exp(at[3]) : 0;
        const { height, force } = surface.at(fitted, alpha, slopes);
        let [i, p, f] = [0, 0, 0];
        for (let t = 1; t < n; t++) {
          const pull = (slopes[t] * exposure[t]) / Math.max(fitted[t], 1e-300);
          i += pull * byIntercept[t];
          p += pull * byPast[t];
          f += pull * byFeedback[t];
        }
        const shared = past * p + feedback * f;
        slope[0] = -intercept * i;
        slope[1] = -past * (p - shared);
        slope[2] = -feedback * (f - shared);
        if (at.length > 3) slope[3] = -force;
        return -height;
      },
      { mostSteps: 200 },
    );
  return { surface, fitted, rises, means, down };
}

function fitOf(search: Search, at: Float64Array, { values, exposure }: IngarchData): IngarchFit {
  const [intercept, past, feedback] = search.means(at);
  const { fitted, rises, surface } = search;
  const dispersion = at.length > 3 ? Math.exp(at[3]) : 0;
  const information = new Float64Array(9);
  let logLikelihood = 0;
  for (let t = 0; t < values.length; t++) {
    const mean = fitted[t];
    logLikelihood += dispersion > 0 ? logNegbin(values[t], mean, 1 / dispersion) : logPoisson(values[t], mean);
    const weight = exposure[t] ** 2 / (mean * (1 + dispersion * mean));
    for (let i = 0; i < 3; i++)
      for (let j = 0; j < 3; j++) information[3 * i + j] += weight * rises[i][t] * rises[j][t];
  }
  const stiffness = dispersion > 0 ? surface.stiffness(fitted, dispersion) : 0;
  const dispersionError = stiffness > 0 ? 1 / Math.sqrt(stiffness) : 0;
  return { intercept, past, feedback, dispersion, dispersionError, information, logLikelihood };
}

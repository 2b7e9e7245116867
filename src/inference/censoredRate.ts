import { InputError } from "../core/errors.js";
import { decimals, decimalsFor, numbered, withInterval } from "../core/print.js";
import { chiSquareQuantile, gammaQuantile } from "../distributions/gamma.js";
import { logPoisson, poissonTails } from "../distributions/poisson.js";
import { solve } from "../math/solve.js";
import { checkWhole } from "./checkWhole.js";
import { type Stretch, type Test, totalOf } from "./test.js";

/**
 * How often events came when some counts are only known to be "at least" so many: `atLeast` flags those periods. With every count
 * a lower bound there is no estimate and no upper bound, and the lower limit is Garwood's for the sum: it never covers less than
 * it says. With some counts exact, the estimate is by maximum likelihood with the profile-likelihood interval. `n` is the events
 * that are certain.
 *
 * @throws InputError when the flags are not as many as the counts, or a count is not whole
 * @see Cohen (1954) JASA 49, 158–168
 * @example
 * censoredRate({ atLeast: [true] }).test({ values: [16], exposure: [24 / 7] }, 0.95).reading // "at least 16 events: a rate of 4.67 or more; allowing for chance, above 2.67"
 */
export function censoredRate({ atLeast }: { atLeast: readonly boolean[] }): Test {
  return {
    name: `censoredRate({ atLeast: [${atLeast.join(", ")}] })`,
    needs: 1,
    test: (stretch, level) => {
      const { count, exposure } = totalOf(stretch);
      checkFlags(stretch, atLeast);
      const assumes = ["events come independently, at one rate", "a lower bound is reported whatever the whole count"];
      if (atLeast.every((one, i) => one || stretch.exposure[i] === 0)) {
        const low = count === 0 ? 0 : gammaQuantile((1 - level) / 2, count) / exposure;
        const digits = decimalsFor([count / exposure]);
        const reading =
          count === 0
            ? "at least 0 events: nothing is known of the rate"
            : `at least ${numbered(count, "event")}: a rate of ${decimals(count / exposure, digits)} or more; allowing for chance, above ${decimals(low, digits)}`;
        return { n: count, interval: [low, null], reading, assumes };
      }
      const estimate = likeliest(stretch, atLeast, count / exposure);
      const interval = profile(stretch, atLeast, estimate, level);
      const flagged = atLeast.filter((one) => one).length;
      const reading = `at least ${numbered(count, "event")}, ${flagged} of ${atLeast.length} counts lower bounds: a rate of ${withInterval(estimate, interval, decimalsFor(interval))}`;
      return {
        n: count,
        estimate,
        interval,
        reading,
        assumes: [...assumes, "the chi-square approximation to the likelihood ratio: rough below 5 events or so"],
      };
    },
  };
}

/**
 * The natural log of how likely counts are at a rate, where those flagged are lower bounds.
 *
 * @throws InputError when the flags are not as many as the counts, or a count is not whole
 * @example
 * censoredLogLikelihood({ values: [1], exposure: [1] }, [true], Math.LN2) // -0.6931471805599453
 */
export function censoredLogLikelihood(stretch: Stretch, atLeast: readonly boolean[], rate: number): number {
  checkFlags(stretch, atLeast);
  return logLikelihood(stretch, atLeast, rate);
}

function checkFlags(stretch: Stretch, atLeast: readonly boolean[]): void {
  if (atLeast.length !== stretch.values.length)
    throw new InputError(
      `censoredRate: needs a flag for each of ${stretch.values.length} counts, got ${atLeast.length}`,
    );
  checkWhole(stretch, "censoredRate");
}

function logLikelihood({ values, exposure }: Stretch, atLeast: readonly boolean[], rate: number): number {
  return values.reduce((sum, value, i) => {
    const mean = rate * exposure[i];
    return sum + (atLeast[i] ? poissonTails(value, mean).upper : logPoisson(value, mean));
  }, 0);
}

/** Where the slope of the log likelihood, which only falls, is 0: at the rate of the bounds taken as exact, or above. */
function likeliest({ values, exposure }: Stretch, atLeast: readonly boolean[], least: number): number {
  if (least === 0) return 0;
  const slope = (rate: number): number =>
    values.reduce((sum, value, i) => {
      const mean = rate * exposure[i];
      if (mean === 0) return sum;
      if (!atLeast[i]) return sum + value - mean;
      return value === 0 ? sum : sum + mean * Math.exp(logPoisson(value - 1, mean) - poissonTails(value, mean).upper);
    }, 0);
  if (slope(least) <= 0) return least;
  let high = 2 * least;
  while (slope(high) > 0) high *= 2;
  return solve(slope, least, high);
}

function profile(
  stretch: Stretch,
  atLeast: readonly boolean[],
  estimate: number,
  level: number,
): readonly [number, number] {
  const reach = chiSquareQuantile(level, 1) / 2;
  const top = logLikelihood(stretch, atLeast, estimate);
  const short = (rate: number): number => top - logLikelihood(stretch, atLeast, rate) - reach;
  const { exposure } = totalOf(stretch);
  let high = 2 * estimate + reach / exposure;
  while (short(high) < 0) high *= 2;
  const upper = solve(short, estimate, high);
  if (estimate === 0) return [0, upper];
  let low = estimate / 2;
  while (short(low) < 0) low /= 2;
  return [solve(short, low, estimate), upper];
}

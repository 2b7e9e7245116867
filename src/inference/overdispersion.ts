import { InputError } from "../core/errors.js";
import { decimals, numbered, pText, withInterval } from "../core/print.js";
import { chiSquareUpper } from "../distributions/gamma.js";
import { normalUpper } from "../distributions/normal.js";
import { checkWhole } from "./checkWhole.js";
import { conditionalTail } from "./conditionalTail.js";
import { pearson } from "./dispersion.js";
import { negbinOfRate } from "./negbinOfRate.js";
import { atRisk, type Outcome, type Stretch, type Test, totalOf } from "./test.js";

/**
 * Whether counts vary more than Poisson counts would. With draws and a seed by Pearson's chi-square, given the total: valid for any
 * counts, exact where there are up to a million arrangements of the events. `"score"` is Dean's test against the
 * negative binomial, adjusted for the estimated rate; `"likelihood-ratio"` fits that too, its p half a chi-square since
 * no variance lies below the boundary. The estimate is variance over mean, for the likelihood ratio alpha in mean + alpha mean²
 * with its two-sided profile interval: p is one-sided, below (1 - level) / 2 just when the interval leaves out 0. `n` is periods
 * with exposure.
 *
 * @throws InputError when a count is not whole, or draws not a whole number from 1
 * @see Fisher (1950) Biometrics 6, 17–24; Dean & Lawless (1989) JASA 84, 467–472; Dean (1992) JASA 87, 451–457; Self & Liang
 * (1987) JASA 82, 605–610
 * @example
 * overdispersion({ draws: 999, seed: 1 }).test({ values: [4, 0, 0], exposure: [1, 1, 1] }, 0.95).reading // "3 periods, 4 events: variance 4.00 times the mean, p = 0.037 (exact, given the total)"
 */
export function overdispersion(method: "score" | "likelihood-ratio" | { draws: number; seed: number }): Test {
  const isDrawn = typeof method === "object";
  if (isDrawn && !(Number.isInteger(method.draws) && method.draws >= 1))
    throw new InputError(`overdispersion: draws needs a whole number from 1, got ${method.draws}`);
  const call = isDrawn ? `{ draws: ${method.draws}, seed: ${method.seed} }` : `"${method}"`;
  return {
    name: `overdispersion(${call})`,
    needs: 2,
    test: (whole, level) => {
      checkWhole(whole, "overdispersion");
      const { count } = totalOf(whole);
      const stretch = atRisk(whole);
      const n = stretch.values.length;
      const assumes = ["one rate throughout: a trend or a season also makes counts vary more"];
      if (count === 0) return { n, reading: `no events in ${numbered(n, "period")}: nothing to vary`, assumes };
      if (n === 1) return { n, reading: "one period with exposure: nothing to vary from", assumes };
      if (isDrawn) return conditional(stretch, count, method, assumes);
      return method === "score" ? score(stretch, count, assumes) : likelihoodRatio(stretch, count, level, assumes);
    },
  };
}

function conditional(
  stretch: Stretch,
  count: number,
  method: { draws: number; seed: number },
  assumes: string[],
): Outcome {
  const n = stretch.values.length;
  const total = totalOf(stretch);
  const means = stretch.exposure.map((one) => (one * total.count) / total.exposure);
  const distance = (counts: ArrayLike<number>): number => {
    let sum = 0;
    for (let i = 0; i < means.length; i++) if (means[i] > 0) sum += (counts[i] - means[i]) ** 2 / means[i];
    return sum;
  };
  const { p, by } = conditionalTail(stretch.values, stretch.exposure, distance, method);
  const statistic = distance(stretch.values);
  const estimate = statistic / (n - 1);
  const how = by === "exact" ? "exact" : `${method.draws} draws`;
  const reading = `${start(n, count, estimate)}, ${pText(p)} (${how}, given the total)`;
  return { n, estimate, statistic, p, reading, assumes };
}

function score(stretch: Stretch, count: number, assumes: string[]): Outcome {
  const n = stretch.values.length;
  const { exposure: whole } = totalOf(stretch);
  let sum = 0;
  let squares = 0;
  stretch.values.forEach((value, i) => {
    const mean = (count * stretch.exposure[i]) / whole;
    sum += (value - mean) ** 2 - value + (mean * stretch.exposure[i]) / whole;
    squares += mean * mean;
  });
  const statistic = sum / Math.sqrt(2 * squares);
  const estimate = pearson(stretch) / (n - 1);
  const p = Math.exp(normalUpper(statistic));
  return {
    n,
    estimate,
    statistic,
    p,
    reading: `${start(n, count, estimate)}, ${pText(p)} (Dean's score test)`,
    assumes: [...assumes, "the normal approximation: with few periods or counts a small p is too small"],
  };
}

function likelihoodRatio(stretch: Stretch, count: number, level: number, assumes: string[]): Outcome {
  const n = stretch.values.length;
  const { alpha, ratio, interval } = negbinOfRate(stretch, level);
  const p = ratio === 0 ? 1 : Math.exp(chiSquareUpper(ratio, 1)) / 2;
  const size = withInterval(alpha, interval, 2);
  return {
    n,
    estimate: alpha,
    interval,
    statistic: ratio,
    p,
    reading: `${n} periods, ${numbered(count, "event")}: variance the mean plus ${size} times its square, ${pText(p)} (likelihood ratio)`,
    assumes: [...assumes, "half a chi-square for the likelihood ratio: with few periods p is too large"],
  };
}

function start(n: number, count: number, estimate: number): string {
  return `${n} periods, ${numbered(count, "event")}: variance ${decimals(estimate, 2)} times the mean`;
}

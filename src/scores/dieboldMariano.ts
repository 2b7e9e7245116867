import type { AccuracyTest } from "../core/accuracyTest.js";
import { checkLevel } from "../core/checkLevel.js";
import { InputError } from "../core/errors.js";
import { groupText } from "../core/groupText.js";
import { decimals, decimalsFor, numbered, pText, withInterval } from "../core/print.js";
import type { Score } from "../core/score.js";
import { studentQuantile, studentUpper } from "../distributions/student.js";
import { moments } from "../math/moments.js";
import { type Compared, type LossGaps, lossGaps } from "./lossGaps.js";

export interface DieboldMarianoOptions extends Compared {
  /** Of the interval; 0.95 unless said. */
  readonly level?: number;
}

/**
 * Whether two models are equally accurate in the long run, for each step: the mean gap between their losses against its
 * own variance, to which errors h steps ahead of up to h - 1 origins apart add, with the correction for few origins. Gaps
 * are first averaged over all keys of an origin, so that one series is tested. Where the variance comes out 0 or below,
 * the autocovariances are weighted down (Bartlett's weights), which cannot; the reading says so. `n` is the number of origins.
 *
 * @throws InputError when the two have no score by the metric or no task in common, or no more origins than steps ahead
 * @see Diebold & Mariano (1995) Journal of Business & Economic Statistics 13, 253–263
 * @see Harvey, Leybourne & Newbold (1997) International Journal of Forecasting 13, 281–291
 */
export function dieboldMariano(scores: readonly Score[], options: DieboldMarianoOptions): AccuracyTest[] {
  const { of, against, metric, level = 0.95 } = options;
  checkLevel(level, "dieboldMariano");
  const by = options.by.includes("step") ? options.by : ["step", ...options.by];
  return lossGaps(scores, { of, against, metric, by }, "dieboldMariano").map((found) => ({
    ...{ test: "dieboldMariano()", ...found.group, metric, of, against, n: found.gaps.length, level },
    ...(found.noise !== undefined && found.infinite === 0 && { noise: found.noise }),
    ...outcomeOf(found, { ...options, level }),
  }));
}

type Outcome = Pick<AccuracyTest, "estimate" | "interval" | "statistic" | "p" | "reading" | "assumes">;

function outcomeOf(
  found: LossGaps,
  { of, against, metric, level }: DieboldMarianoOptions & { level: number },
): Outcome {
  const { gaps, longestStep: step, group, infinite, leftOut, n: tasks } = found;
  const n = gaps.length;
  const where = groupText(group);
  if (n <= step) throw new InputError(`dieboldMariano: needs more than ${step} origins, got ${n} (${where})`);
  const about = `${of} against ${against} by ${metric}, ${where}: `;
  const rest = [`${numbered(tasks, "task")} at ${numbered(n, "origin")}`];
  if (leftOut > 0) rest.push(`${leftOut} left out that only one has`);
  if (infinite > 0) {
    const reading = `${about}no test, as ${infinite} of ${tasks} tasks have a score of Infinity`;
    return { reading, assumes: [] };
  }
  const { mean } = moments(gaps);
  const { variance, isWeighted } = longRunVariance(gaps, step);
  const digits = decimalsFor([mean]);
  if (!(variance > 0)) {
    const reading = `${about}no test, as the losses differ by ${decimals(mean, digits)} at every origin (${rest.join("; ")})`;
    return { estimate: mean, reading, assumes: [] };
  }
  const error = Math.sqrt(variance / n / ((n + 1 - 2 * step + (step * (step - 1)) / n) / n));
  const statistic = mean / error;
  const p = Math.min(1, 2 * Math.exp(studentUpper(Math.abs(statistic), n - 1)));
  const wide = studentQuantile((1 + level) / 2, n - 1) * error;
  const interval = [mean - wide, mean + wide] as const;
  if (isWeighted)
    rest.push(
      `the variance came out at 0 or below with all ${step - 1} autocovariances in full, so they are weighted down`,
    );
  const better = p >= 1 - level ? "no clear difference" : mean < 0 ? `${of} is better` : `${against} is better`;
  return {
    ...{ estimate: mean, interval, statistic, p },
    reading: `${about}${better}, gap ${withInterval(mean, interval, digits)}, ${pText(p)} (${rest.join("; ")})`,
    assumes: [
      "gaps between losses of one level and spread throughout",
      `origins one period apart, and no relation of gaps ${step} or more of them apart`,
    ],
  };
}

/** Of the sum of n gaps, over n: the variance and twice the autocovariances up to step - 1, over n each. */
function longRunVariance(gaps: Float64Array, step: number): { variance: number; isWeighted: boolean } {
  const { mean, n } = moments(gaps);
  // Gaps that differ by rounding alone do not vary.
  const size = gaps.reduce((most, gap) => Math.max(most, Math.abs(gap)), 0);
  if (gaps.every((gap) => Math.abs(gap - gaps[0]) <= 1e-13 * size)) return { variance: 0, isWeighted: false };
  let [full, weighted] = [0, 0];
  for (let lag = 0; lag < step; lag++) {
    let sum = 0;
    for (let i = lag; i < n; i++) sum += (gaps[i] - mean) * (gaps[i - lag] - mean);
    const added = ((lag === 0 ? 1 : 2) * sum) / n;
    full += added;
    weighted += (1 - lag / step) * added;
  }
  return full > 0 ? { variance: full, isWeighted: false } : { variance: weighted, isWeighted: true };
}

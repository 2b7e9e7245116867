import { type Day, daysIn, nextPeriod, periodsIn, type Span } from "../core/day.js";
import { InputError } from "../core/errors.js";
import type { Interval } from "../core/finding.js";
import type { Prediction } from "../core/prediction.js";
import type { Regression } from "../core/regression.js";
import { normalQuantile } from "../distributions/normal.js";
import { studentQuantile } from "../distributions/student.js";
import type { Column } from "./designOf.js";
import { drawPredictions } from "./drawPredictions.js";
import { expectedOf } from "./expectedOf.js";
import { checkDraws, type DrawOptions, predictiveInterval } from "./predictive.js";
import { checkLevel } from "./test.js";

/** Which periods to predict: so many after the last, or those that start in a span; one of the two. */
export interface PredictOptions extends DrawOptions {
  readonly ahead?: number;
  readonly span?: Span;
  /** Of each period; the days in it unless said, where that is what the regression was fitted with. */
  readonly exposure?: readonly number[];
  /** The values of the user's own columns, by name, one a period. */
  readonly columns?: Readonly<Record<string, readonly number[]>>;
  readonly level: number;
}

/**
 * What a regression expects of periods it was not fitted to, for each of its series: the mean and where it may lie, and where
 * the count may lie once spread and chance are in. What is on at the end stays on: steps, slopes and trends go on.
 *
 * @throws InputError when the periods, their exposure or a column of the user's own are not told
 */
export function predict(regression: Regression, options: PredictOptions): Prediction[] {
  const { level } = options;
  checkLevel(level, "predict");
  checkDraws(options, "predict");
  const periods = periodsOf(regression, options);
  const lengths = exposureOf(regression, periods, options);
  const cells = regression.keys.flatMap((key) => periods.map((period, t) => ({ key, period, exposure: lengths[t] })));
  const { columns, means } = expectedOf(regression, cells, options.columns ?? {}, "predict");
  const counts = drawPredictions(regression, { columns, exposure: cells.map(({ exposure }) => exposure) }, options);
  return cells.map((cell, i) => ({
    ...cell,
    mean: means[i],
    meanInterval: meanInterval({ ...regression, level }, columns, i, means[i]),
    interval: predictiveInterval(Float64Array.from(counts[i]).sort(), level),
    says: { family: "draws", values: [...counts[i]] },
  }));
}

/** Where the mean of one row of a design may lie: Wald's interval for its log. */
function meanInterval(
  { covariance, family, df, level }: Pick<Regression, "covariance" | "family" | "df" | "level">,
  columns: readonly Column[],
  row: number,
  mean: number,
): Interval {
  let variance = 0;
  for (let i = 0; i < columns.length; i++)
    for (let j = 0; j < columns.length; j++)
      variance += columns[i].values[row] * covariance[i][j] * columns[j].values[row];
  const share = 1 - (1 - level) / 2;
  const reach = (family === "quasi-poisson" ? studentQuantile(share, df) : normalQuantile(share)) * Math.sqrt(variance);
  return [mean * Math.exp(-reach), mean * Math.exp(reach)];
}

function periodsOf({ rows, every }: Regression, { ahead, span }: PredictOptions): Day[] {
  if ((ahead === undefined) === (span === undefined))
    throw new InputError(`predict: needs one of ahead and span, got ${ahead === undefined ? "none" : "both"}`);
  if (span !== undefined) {
    const starting = periodsIn(span, every).filter((period) => period >= span.since);
    if (starting.length === 0) throw new InputError(`predict: no ${every} starts in ${span.since} to ${span.until}`);
    return starting;
  }
  if (!(Number.isInteger(ahead) && Number(ahead) > 0))
    throw new InputError(`predict: ahead needs a whole number from 1, got ${ahead}`);
  let last = rows.reduce((latest, { period }) => (period > latest ? period : latest), rows[0].period);
  return Array.from({ length: Number(ahead) }, () => {
    last = nextPeriod(last, every);
    return last;
  });
}

function exposureOf(
  { rows, every }: Regression,
  periods: readonly Day[],
  { exposure }: PredictOptions,
): readonly number[] {
  const daysOf = (period: Day): number => daysIn({ since: period, until: nextPeriod(period, every) });
  if (exposure === undefined) {
    if (rows.some((row) => row.exposure !== daysOf(row.period)))
      throw new InputError("predict: needs exposure, since that of the regression is not the days of each period");
    return periods.map(daysOf);
  }
  if (exposure.length !== periods.length || !exposure.every((one) => one >= 0 && one < Infinity))
    throw new InputError(
      `predict: exposure needs ${periods.length} numbers from 0, one a period, got ${JSON.stringify(exposure)}`,
    );
  return exposure;
}

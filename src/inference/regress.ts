import type { Day } from "../core/day.js";
import { InputError } from "../core/errors.js";
import type { Panel } from "../core/panel.js";
import type { Coefficient, CountFamily, ErrorKind, Regression, RegressionRow } from "../core/regression.js";
import type { Term } from "../core/term.js";
import { normalQuantile, normalUpper } from "../distributions/normal.js";
import { studentQuantile, studentUpper } from "../distributions/student.js";
import { checkDesign } from "./checkDesign.js";
import { type Column, designOf } from "./designOf.js";
import { type CountData, type CountFit, fitNegbin, fitPoisson } from "./fitCounts.js";
import { readingOf, trustOf } from "./regressionText.js";
import { sandwichOf } from "./sandwichOf.js";
import { checkLevel, stretchOf } from "./test.js";

/** What a regression of counts may be asked. */
export interface RegressOptions {
  readonly family: CountFamily;
  readonly terms: readonly Term[];
  /** `"model"` unless said. */
  readonly errors?: ErrorKind;
  readonly level: number;
}

/**
 * How counts depend on time, season, place and on what happened when: each term multiplies the rate, exposure is allowed for,
 * and all series of the panel are fitted together. Periods without any exposure take no part.
 *
 * @throws InputError when a term cannot be, says what other terms say already, or has no event to be judged by
 * @see McCullagh & Nelder (1989) Generalized Linear Models, 2nd ed., 193–208; Lawless (1987) Canadian Journal of Statistics
 * 15, 209–225
 * @example
 * regress([{ key: {}, recipe: { where: [], by: [], every: "month", measure: "events" }, from: "", start: "2023-01-01", values: [8, 12, 4, 6], exposure: [1, 1, 1, 1] }], { family: "quasi-poisson", terms: [{ step: "2023-03-01" }], level: 0.95 }).coefficients[1].ratio // 0.5
 */
export function regress(panel: Panel, options: RegressOptions): Regression {
  const { family, terms, errors = "model", level } = options;
  checkLevel(level, "regress");
  const { rows, sizes, every, start } = rowsOf(panel);
  const keys = panel.map(({ key }) => key);
  const columns = designOf(rows, { terms, every, start, keys }, "regress");
  checkDesign(columns, rows, every);
  const { data, fit } = fitOf(columns, rows, family);
  const k = columns.length;
  const phi = fit.pearson / fit.df;
  if (family === "quasi-poisson" && phi < 1e-20)
    throw new InputError(
      `regress: quasi-poisson needs some spread, got none in ${rows.length} ${every}s; poisson would do`,
    );
  const scale = errors === "model" && family === "quasi-poisson" ? phi : 1;
  const covariance = sandwichOf(data, fit, errors, sizes).map((value) => value * scale);
  const coefficients = columns.map(({ name }, i) =>
    coefficientOf(name, fit.coefficients[i], Math.sqrt(covariance[i * k + i]), family, fit.df, level),
  );
  const parameters = family === "negbin" ? k + 1 : k;
  const found = {
    ...{ family, terms, errors, level, keys, from: [...new Set(panel.map(({ from }) => from))], every, start },
    ...{ n: rows.reduce((sum, { observed }) => sum + observed, 0), periods: rows.length, coefficients },
    covariance: columns.map((_, i) => [...covariance.subarray(i * k, (i + 1) * k)]),
    phi,
    theta: Number.isFinite(fit.theta) ? fit.theta : null,
    thetaError: Number.isFinite(fit.theta) ? fit.thetaError : null,
    ...{ deviance: fit.deviance, nullDeviance: fit.nullDeviance, pearson: fit.pearson },
    ...(family !== "quasi-poisson" && {
      logLikelihood: fit.logLikelihood,
      aic: 2 * (parameters - fit.logLikelihood),
      bic: Math.log(rows.length) * parameters - 2 * fit.logLikelihood,
    }),
    df: fit.df,
    rows: rows.map((row, i) => ({ ...row, fitted: fit.fitted[i] })),
  };
  return { ...found, reading: readingOf(found), assumes: trustOf(found) };
}

type Row = Omit<RegressionRow, "fitted">;

function rowsOf(panel: Panel): { rows: Row[]; sizes: number[]; every: Regression["every"]; start: Day } {
  if (panel.length === 0) throw new InputError("regress: needs a series, got none");
  const [{ recipe }] = panel;
  if (panel.some((series) => series.recipe.every !== recipe.every))
    throw new InputError("regress: needs series counted alike, got periods of different lengths");
  const rows = panel.map((series) =>
    (stretchOf(series).periods ?? []).map((period, t): Row => {
      const [observed, exposure] = [series.values[t], series.exposure[t]];
      const where = `${JSON.stringify(series.key)}, ${period}`;
      if (!(Number.isFinite(observed) && observed >= 0))
        throw new InputError(`regress: needs counts from 0, got ${observed} (${where})`);
      if (!(Number.isFinite(exposure) && exposure >= 0 && (exposure > 0 || observed === 0)))
        throw new InputError(`regress: needs exposure above 0, got ${exposure} (${where})`);
      return { key: series.key, period, observed, exposure };
    }),
  );
  const start = panel.reduce((first, series) => (series.start < first ? series.start : first), panel[0].start);
  const atRisk = rows.map((some) => some.filter(({ exposure }) => exposure > 0));
  return { rows: atRisk.flat(), sizes: atRisk.map(({ length }) => length), every: recipe.every, start };
}

function fitOf(
  columns: readonly Column[],
  rows: readonly Row[],
  family: CountFamily,
): { data: CountData; fit: CountFit } {
  const data = {
    columns: columns.map(({ values }) => values),
    values: Float64Array.from(rows, ({ observed }) => observed),
    offset: Float64Array.from(rows, ({ exposure }) => Math.log(exposure)),
    names: rows.map(({ key, period }) => [...Object.values(key), period].join(" ")),
  };
  return { data, fit: family === "negbin" ? fitNegbin(data) : fitPoisson(data) };
}

function coefficientOf(
  name: string,
  estimate: number,
  error: number,
  family: CountFamily,
  df: number,
  level: number,
): Coefficient {
  const statistic = estimate / error;
  const share = 1 - (1 - level) / 2;
  const [reach, beyond] =
    family === "quasi-poisson"
      ? [studentQuantile(share, df) * error, studentUpper(Math.abs(statistic), df)]
      : [normalQuantile(share) * error, normalUpper(Math.abs(statistic))];
  const p = Math.min(1, 2 * Math.exp(beyond));
  const interval = [Math.exp(estimate - reach), Math.exp(estimate + reach)] as const;
  return { name, estimate, error, statistic, p, ratio: Math.exp(estimate), interval };
}

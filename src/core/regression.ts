import type { Day, Every } from "./day.js";
import type { Interval } from "./finding.js";
import type { Key } from "./panel.js";
import type { Term } from "./term.js";

/** How counts vary about what is expected: as Poisson counts, in proportion to them, or with the square added. */
export type CountFamily = "poisson" | "quasi-poisson" | "negbin";

/** Where standard errors come from: the model, or the residuals (robust to unequal spread; or to that and to neighbours alike). */
export type ErrorKind = "model" | "HC0" | "HC1" | "HC2" | "HC3" | { readonly neweyWest: number };

/** What a regression of counts found, with all that its verbs need to carry on from it. */
export interface Regression {
  readonly family: CountFamily;
  readonly terms: readonly Term[];
  readonly errors: ErrorKind;
  readonly level: number;
  /** The series it was fitted to, in the order of the rows. */
  readonly keys: readonly Key[];
  /** The hashes of the snapshots behind them. */
  readonly from: readonly string[];
  readonly every: Every;
  /** The first day of the first period; trends count years from here. */
  readonly start: Day;
  /** Events. */
  readonly n: number;
  readonly periods: number;
  readonly coefficients: readonly Coefficient[];
  /** Of the estimates, row by row, by the errors that were asked for. */
  readonly covariance: readonly (readonly number[])[];
  /** Variance over mean by Pearson's chi-square: what widens quasi-Poisson errors, and a warning to Poisson ones. */
  readonly phi: number;
  /** The variance of a negative binomial is mean + mean² / theta; `null` where no finite theta fits: no spread beyond Poisson's. */
  readonly theta: number | null;
  readonly thetaError: number | null;
  readonly deviance: number;
  readonly nullDeviance: number;
  /** Pearson's chi-square. */
  readonly pearson: number;
  /** Absent for quasi-Poisson, which has no likelihood; so are the criteria. */
  readonly logLikelihood?: number;
  readonly aic?: number;
  readonly bic?: number;
  /** Periods beyond the number of coefficients. */
  readonly df: number;
  readonly rows: readonly RegressionRow[];
  readonly reading: string;
  readonly assumes: readonly string[];
}

/** What one column of a regression does to the log of the expected count. */
export interface Coefficient {
  readonly name: string;
  readonly estimate: number;
  readonly error: number;
  /** Estimate over error: normal, but Student's t for quasi-Poisson. */
  readonly statistic: number;
  readonly p: number;
  /** How many times the rate: exp of the estimate. */
  readonly ratio: number;
  readonly interval: Interval;
}

/** One period of one series beside what the regression expects of it. */
export interface RegressionRow {
  readonly key: Key;
  readonly period: Day;
  readonly observed: number;
  readonly exposure: number;
  readonly fitted: number;
}

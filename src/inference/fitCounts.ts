import { InputError } from "../core/errors.js";
import { logNegbin } from "../distributions/negbin.js";
import { logPoisson } from "../distributions/poisson.js";
import { cholesky, choleskySolve } from "../math/cholesky.js";
import { type CountProblem, type CountState, countNewton } from "../math/countNewton.js";
import { dot } from "../math/dot.js";
import { backSubstitute, inverseGram, orthogonalise } from "../math/orthogonalise.js";
import { wholeNumbers } from "../math/wholeSums.js";
import { checkCounts } from "./checkCounts.js";
import { devianceOf, nullDeviance } from "./nullDeviance.js";
import { setApart } from "./setApart.js";

/**
 * Counts to be explained: columns of the design (each of length n, the first usually ones), the counts, and the log of their
 * exposure. A row with an offset of -Infinity was never at risk: it takes no part, but keeps its place with a mean of 0.
 */
export interface CountData {
  readonly columns: readonly Float64Array[];
  readonly values: ArrayLike<number>;
  readonly offset: Float64Array;
  /** What a fault calls each row; by its number from 0 unless told. */
  readonly names?: readonly string[];
}

/** A log-linear model as fitted to counts; a mean m varies with m under "poisson" and with m + m² / theta under "negbin". */
export interface CountFit {
  readonly family: "poisson" | "negbin";
  readonly coefficients: Float64Array;
  /** k * k, row by row: the inverse of the expected information at this theta, before any dispersion. */
  readonly covariance: Float64Array;
  /** The means, in events; 0 in rows that were never at risk. */
  readonly fitted: Float64Array;
  /** Infinity for Poisson, and where the counts vary no more than Poisson counts so that no finite theta fits best. */
  readonly theta: number;
  /** Theta's standard error at these means; 0 where theta was given (or is Poisson's), Infinity where no finite theta fits. */
  readonly thetaError: number;
  readonly deviance: number;
  /** The deviance at the same theta of a model that knows exposure and one rate only. */
  readonly nullDeviance: number;
  /** The sum of squared errors, each over its variance: Pearson's X². */
  readonly pearson: number;
  /** With every constant, theta's included. */
  readonly logLikelihood: number;
  /** Rows at risk less coefficients. */
  readonly df: number;
  readonly steps: number;
}

/**
 * How counts depend on the columns of a design, by Poisson regression with a log link, to the last digits of a double.
 *
 * @throws InputError when a column is said by others, when there is no event, or when a mean runs to 0 because no event is seen
 * wherever some combination of columns is at work
 * @see McCullagh & Nelder (1989) Generalized Linear Models, 2nd ed., 193–208
 */
export function fitPoisson(data: CountData): CountFit {
  const problem = problemOf("fitPoisson", data);
  const state = begin(problem);
  climb("fitPoisson", problem, state, false);
  return fitOf("poisson", data, problem, state, 0);
}

/**
 * How counts that vary more than Poisson counts depend on the columns of a design, by negative binomial regression (NB2) with
 * a log link; theta is the most likely one, found together with the coefficients, unless given. Where the likelihood falls
 * as soon as theta leaves infinity, the fit is Poisson's, with theta Infinity.
 *
 * @throws InputError when a column is said by others, when there is no event, when a count is not whole, when theta is not
 * above 0, or when a mean runs to 0 because no event is seen wherever some combination of columns is at work
 * @see Lawless (1987) Canadian Journal of Statistics 15, 209–225
 */
export function fitNegbin(data: CountData, { theta }: { theta?: number } = {}): CountFit {
  if (theta !== undefined && !(theta > 0)) throw new InputError(`fitNegbin: theta must be above 0, got ${theta}`);
  const problem = problemOf("fitNegbin", data);
  const fraction = problem.values.find((y) => !Number.isInteger(y));
  if (fraction !== undefined) throw new InputError(`fitNegbin: counts must be whole, got ${fraction}`);
  const state = begin(problem);
  if (theta === undefined) {
    countNewton(problem, state, false, true);
    if (!(excessOf(problem, state) > 0.1)) climb("fitNegbin", problem, state, false);
    const excess = excessOf(problem, state);
    if (!(excess > 0)) return fitOf("negbin", data, problem, state, Infinity);
    state.alpha = excess / Math.sqrt(dot(state.means, state.means));
    climb("fitNegbin", problem, state, true);
    return fitOf("negbin", data, problem, state, 1 / (Math.sqrt(state.curvature) * state.alpha ** 2));
  }
  climb("fitNegbin", problem, state, false);
  state.alpha = 1 / theta;
  if (state.alpha > 0) climb("fitNegbin", problem, state, false);
  return fitOf("negbin", data, problem, state, 0);
}

/** How much more the counts vary than Poisson counts of these means: the sign of the slope in 1 / theta at 0, scaled to about 1. */
function excessOf({ values }: CountProblem, { means }: CountState): number {
  let excess = 0;
  for (let row = 0; row < values.length; row++) excess += (values[row] - means[row]) ** 2 - values[row];
  return excess / Math.sqrt(dot(means, means));
}

interface Problem extends CountProblem {
  readonly triangle: Float64Array;
  /** The columns, without rows that were never at risk. */
  readonly columns: readonly Float64Array[];
  /** Places of the rows at risk, or undefined where all are. */
  readonly rows: readonly number[] | undefined;
  readonly names: readonly string[] | undefined;
}

function problemOf(verb: string, data: CountData): Problem {
  const rows = checkCounts(verb, data);
  const pick = (from: ArrayLike<number>): Float64Array =>
    rows === undefined ? new Float64Array(from) : Float64Array.from(rows, (row) => from[row]);
  const columns = data.columns.map(pick);
  const values = pick(data.values);
  const { basis, triangle, dependent } = orthogonalise(columns);
  if (dependent.length > 0) {
    const which = `column${dependent.length > 1 ? "s" : ""} ${dependent.join(", ")}`;
    throw new InputError(`${verb}: ${which} of the design can be had from the columns before, counting from 0`);
  }
  return {
    basis,
    triangle,
    columns,
    values,
    offset: pick(data.offset),
    numbers: wholeNumbers(values),
    rows,
    names: data.names,
  };
}

/** One weighted least-squares step from the counts themselves. */
function begin({ basis, values, offset }: CountProblem): CountState {
  const k = basis.length;
  const hessian = new Float64Array(k * k);
  const coefficients = new Float64Array(k);
  for (let row = 0; row < values.length; row++) {
    const weight = values[row] + 0.1;
    const target = weight * (Math.log(weight) - offset[row]) - 0.1;
    for (let i = 0; i < k; i++) {
      const part = basis[i][row];
      coefficients[i] += part * target;
      for (let j = 0; j <= i; j++) hessian[i * k + j] += part * weight * basis[j][row];
    }
  }
  cholesky(hessian, k);
  choleskySolve(hessian, k, coefficients);
  const n = values.length;
  return { coefficients, means: new Float64Array(n), moves: new Float64Array(n), alpha: 0, curvature: 0, steps: 0 };
}

function climb(verb: string, problem: Problem, state: CountState, isFree: boolean): void {
  const end = countNewton(problem, state, isFree);
  if (end === "found") return;
  if (end === "lost") throw new InputError(`${verb}: found no greatest likelihood in ${state.steps} steps`);
  throw new InputError(`${verb}: ${setApart(problem, state.moves)}`);
}

function fitOf(
  family: CountFit["family"],
  data: CountData,
  problem: Problem,
  state: CountState,
  thetaError: number,
): CountFit {
  const { columns, values, offset, triangle, rows } = problem;
  const { means, alpha } = state;
  const theta = alpha > 0 ? 1 / alpha : Infinity;
  const k = columns.length;
  let [sum, pearson, logLikelihood] = [0, 0, 0];
  const roots = new Float64Array(values.length);
  for (let row = 0; row < values.length; row++) {
    const y = values[row];
    const mean = means[row];
    const weight = mean / (1 + alpha * mean);
    roots[row] = Math.sqrt(weight);
    sum += devianceOf(y, mean, theta);
    pearson += ((y - mean) / mean) ** 2 * weight;
    logLikelihood += alpha > 0 ? logNegbin(y, mean, theta) : logPoisson(y, mean);
  }
  const weighted = orthogonalise(columns.map((column) => column.map((x, row) => x * roots[row])));
  const fitted = rows === undefined ? means : new Float64Array(data.values.length);
  rows?.forEach((row, place) => {
    fitted[row] = means[place];
  });
  return {
    family,
    coefficients: backSubstitute(triangle, state.coefficients),
    covariance: inverseGram(weighted.triangle, k),
    fitted,
    theta,
    thetaError,
    deviance: sum,
    nullDeviance: nullDeviance(values, offset, theta),
    pearson,
    logLikelihood,
    df: values.length - k,
    steps: state.steps,
  };
}

import type { CountProblem, CountState } from "./countNewton.js";
import type { WholeNumbers } from "./wholeSums.js";

/** Adds up columns, each times its coefficient. */
export function spread(basis: readonly Float64Array[], step: Float64Array, into: Float64Array): void {
  into.fill(0);
  for (let j = 0; j < basis.length; j++) {
    const column = basis[j];
    const part = step[j];
    for (let row = 0; row < into.length; row++) into[row] += part * column[row];
  }
}

/** Fills in the means that go with the coefficients. */
export function meansOf(problem: CountProblem, state: CountState): void {
  spread(problem.basis, state.coefficients, state.means);
  for (let row = 0; row < state.means.length; row++) {
    state.means[row] = Math.exp(state.means[row] + problem.offset[row]);
  }
}

/** The log-likelihood but for what depends on the counts alone. */
export function heightOf(problem: CountProblem, state: CountState): number {
  const { values } = problem;
  const { means, alpha } = state;
  let sum = 0;
  for (let row = 0; row < values.length; row++) {
    const mean = means[row];
    const y = values[row];
    if (y > 0) sum += y * Math.log(mean);
    sum -= alpha === 0 ? mean : (y + 1 / alpha) * Math.log1p(alpha * mean);
  }
  return alpha === 0 ? sum : sum + risingLogs(problem.numbers, alpha);
}

/** Over all counts y, the sum of log(1 + ja) for whole j below y. */
export function risingLogs(numbers: WholeNumbers, a: number): number {
  let sum = 0;
  for (let j = 1; j < numbers.above.length; j++) sum += numbers.above[j] * Math.log1p(j * a);
  const tail = (y: number): number => {
    const c = 1 / (1 + y * a);
    return (1 / a + y) * Math.log1p(y * a) - y - Math.log1p(y * a) / 2 + (a * c) / 12 - (2 * (a * c) ** 3) / 720;
  };
  for (const y of numbers.large) sum += tail(y) - tail(numbers.above.length);
  return sum;
}

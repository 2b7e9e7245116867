import { deviance } from "../math/saddle.js";

/** What a count adds to the deviance of a negative binomial model, or of a Poisson one where theta is Infinity. */
export function devianceOf(y: number, mean: number, theta: number): number {
  const own = y === 0 ? mean : deviance(y, mean);
  return 2 * (theta === Infinity ? own : own - deviance(y + theta, mean + theta));
}

/** The deviance of one rate for all, at this theta: the rate's log by Newton steps from the plain rate. */
export function nullDeviance(values: Float64Array, offset: Float64Array, theta: number): number {
  const exposure = offset.map(Math.exp);
  let count = 0;
  let whole = 0;
  for (let row = 0; row < values.length; row++) {
    count += values[row];
    whole += exposure[row];
  }
  let log = Math.log(count / whole);
  for (let step = 0; step < 100 && theta < Infinity; step++) {
    let slope = 0;
    let weight = 0;
    const rate = Math.exp(log);
    for (let row = 0; row < values.length; row++) {
      const mean = rate * exposure[row];
      const c = theta / (theta + mean);
      slope += (values[row] - mean) * c;
      weight += mean * c * c * (1 + values[row] / theta);
    }
    const change = slope / weight;
    log += Math.max(-5, Math.min(5, change));
    if (Math.abs(change) < 1e-12) break;
  }
  let sum = 0;
  for (let row = 0; row < values.length; row++) sum += devianceOf(values[row], Math.exp(log) * exposure[row], theta);
  return sum;
}

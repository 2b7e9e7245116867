import type { Stretch } from "../../src/index.js";

/**
 * The log chance of a target given a past, by plain quadrature: Simpson's rule over the log of the rate, far beyond where
 * either stretch leaves any weight, each phi with the same prior weight, Jeffreys' prior for a Poisson rate. It shares no
 * code with the library: the negative binomial is multiplied out term by term.
 */
export function bruteForce(past: Stretch, target: Stretch, phis: readonly number[]): number {
  const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
  const centre = Math.log((sum(past.values) + sum(target.values) + 0.5) / (sum(past.exposure) + sum(target.exposure)));
  const [low, high, steps] = [centre - 40, centre + 8, 12_000];
  const before: number[] = [];
  const both: number[] = [];
  for (const phi of phis) {
    for (let i = 0; i <= steps; i++) {
      const rate = Math.exp(low + ((high - low) * i) / steps);
      const weight = i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2;
      const log = Math.log(weight) + Math.log(rate) / 2 + logLikelihood(past, rate, phi);
      before.push(log);
      both.push(log + logLikelihood(target, rate, phi));
    }
  }
  return logOfSum(both) - logOfSum(before);
}

function logLikelihood({ values, exposure }: Stretch, rate: number, phi: number): number {
  let log = 0;
  values.forEach((value, t) => {
    const mean = rate * exposure[t];
    const size = mean / (phi - 1);
    for (let k = 1; k <= value; k++) log -= Math.log(k);
    if (phi === 1) {
      log += value * Math.log(mean) - mean;
      return;
    }
    for (let k = 0; k < value; k++) log += Math.log(size + k);
    log += value * Math.log(1 - 1 / phi) - size * Math.log(phi);
  });
  return log;
}

function logOfSum(logs: readonly number[]): number {
  const most = logs.reduce((one, other) => Math.max(one, other), -Infinity);
  return most + Math.log(logs.reduce((all, log) => all + Math.exp(log - most), 0));
}

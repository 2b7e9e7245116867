import { describe, expect, it } from "vitest";
import { logNb1, type Stretch } from "../../src/index.js";
import { logSum, type Posterior, posteriorOf } from "../../src/reports/posterior.js";
import { expectDigits } from "../close.js";
import { bruteForce } from "./bruteForce.js";

const grid = { rates: 61, least: 1e-12 };
const phis = [1, 1.4, 2, 2.8, 4, 5.6, 8, 11];

/** Log chance of the counts seen so far, after each of them, averaged over a posterior. */
function logPredictive({ rates, phis: at, weights }: Posterior, { values, exposure }: Stretch): readonly number[] {
  const logs = weights.map(Math.log);
  return values.map((value, t) => {
    for (let g = 0; g < logs.length; g++) logs[g] += logNb1(value, rates[g] * exposure[t], at[g]);
    return logSum(logs);
  });
}

/** log Γ(x) for half-integers, by its recurrence. */
function logGamma(x: number): number {
  let sum = x % 1 === 0 ? 0 : Math.log(Math.PI) / 2;
  for (let at = x % 1 === 0 ? 1 : 0.5; at < x; at++) sum += Math.log(at);
  return sum;
}

/** Gamma-Poisson under Jeffreys' Gamma(1/2, 0): counts of a negative multinomial, in closed form. */
function closedForm(
  past: readonly number[],
  days: readonly number[],
  target: readonly number[],
  ahead: readonly number[],
): number {
  const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
  const [shape, seen] = [sum(past) + 0.5, sum(target)];
  let log = logGamma(shape + seen) - logGamma(shape);
  log += shape * Math.log(sum(days)) - (shape + seen) * Math.log(sum(days) + sum(ahead));
  target.forEach((value, t) => {
    log += value * Math.log(ahead[t]) - logGamma(value + 1);
  });
  return log;
}

describe("the forecast of counts from a past stretch", () => {
  it("is the negative binomial of the Gamma-Poisson where counts are Poisson (closed form)", () => {
    for (const [past, target] of [
      [[10, 14, 9, 12], [11]],
      [
        [10, 14, 9, 12],
        [8, 15],
      ],
      [
        [30, 41],
        [35, 33, 40],
      ],
    ]) {
      const stretch = { values: past, exposure: past.map((_, t) => 28 + t) };
      const ahead = { values: target, exposure: target.map((_, t) => 31 - t) };
      const found = logPredictive(posteriorOf(stretch, { phis: [1], ...grid }), ahead);
      expectDigits(found[target.length - 1], closedForm(past, stretch.exposure, target, ahead.exposure), 8, [
        past,
        target,
      ]);
    }
  });

  it("agrees with plain quadrature where the dispersion is open too", () => {
    const past = { values: [10, 22, 5, 14], exposure: [31, 28, 31, 30] };
    const target = { values: [9, 16], exposure: [31, 30] };
    const found = logPredictive(posteriorOf(past, { phis, ...grid }), target);
    expectDigits(found[1], bruteForce(past, target, phis), 6);
    expectDigits(found[0], bruteForce(past, { values: [9], exposure: [31] }, phis), 6);
    const even = { values: [12, 15, 9, 14], exposure: [31, 28, 31, 30] };
    const near = logPredictive(posteriorOf(even, { phis, ...grid }), target);
    expectDigits(near[1], bruteForce(even, target, phis), 7);
  });

  it("keeps two decimals of the log after a past without an event, and far from what was expected", () => {
    for (const [values, ahead] of [
      [[0, 0, 0], [5]],
      [
        [0, 0, 0],
        [0, 0],
      ],
      [[50, 60], [20]],
    ]) {
      const past = { values, exposure: values.map(() => 30) };
      const target = { values: ahead, exposure: ahead.map(() => 30) };
      const found = logPredictive(posteriorOf(past, { phis, ...grid }), target);
      expect(Math.abs((found.at(-1) ?? 0) - bruteForce(past, target, phis))).toBeLessThan(0.01);
    }
  });

  it("gives chances of one month that add to 1", () => {
    const posterior = posteriorOf({ values: [3, 7, 2], exposure: [31, 28, 31] }, { phis, ...grid });
    let sum = 0;
    for (let k = 0; k < 400; k++) sum += Math.exp(logPredictive(posterior, { values: [k], exposure: [30] })[0]);
    expectDigits(sum, 1, 6);
  });

  it("does not care for the unit of exposure", () => {
    const of = (unit: number): readonly number[] =>
      logPredictive(posteriorOf({ values: [3, 7], exposure: [unit, unit] }, { phis, ...grid }), {
        ...{ values: [4, 4], exposure: [unit, unit] },
      });
    expectDigits(of(30)[1], of(1)[1], 11);
  });

  it("has weights that add to 1, on points worth keeping only", () => {
    const {
      weights,
      rates,
      phis: kept,
    } = posteriorOf({ values: [3, 7], exposure: [1, 1] }, { phis, rates: 25, least: 1e-5 });
    expectDigits(
      weights.reduce((sum, one) => sum + one, 0),
      1,
      12,
    );
    expect([rates.length, kept.length]).toEqual([weights.length, weights.length]);
    expect(Math.min(...weights)).toBeGreaterThan(0.99e-5);
    expect(weights.length).toBeLessThan(8 * 25);
  });

  it("leans to a large dispersion after lumpy months, to a small one after even months", () => {
    const lean = (values: readonly number[]): number => {
      const { weights, phis: at } = posteriorOf({ values, exposure: values.map(() => 1) }, { phis, ...grid });
      return weights.reduce((sum, weight, i) => sum + weight * at[i], 0);
    };
    expect(lean([0, 40, 2, 38, 0, 30])).toBeGreaterThan(2 * lean([18, 19, 17, 18, 20, 18]));
  });
});

describe("the log of a sum", () => {
  it("does not overflow, underflow, or fail on nothing", () => {
    expectDigits(logSum([1000, 1000]), 1000 + Math.LN2, 14);
    expectDigits(logSum([-1000, -1000]), -1000 + Math.LN2, 14);
    expect(logSum([-Infinity, 0])).toBe(0);
    expect(logSum([])).toBe(-Infinity);
    expect(logSum([-Infinity])).toBe(-Infinity);
  });
});

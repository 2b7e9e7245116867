import { describe, expect, it } from "vitest";
import { conflictology, type Distribution, stacked } from "../../src/index.js";
import { convexWeights } from "../../src/math/convexWeights.js";
import { random } from "../../src/math/random.js";
import { crpsMatrix } from "../../src/models/crpsMatrix.js";
import { pastCrps } from "../../src/models/pastCrps.js";

const list = (...values: readonly number[]) => Float64Array.from(values);

/** CRPS of a mixture by its definition: the mean distance from what came less half the mean distance of two of its own. */
function byDefinition(lists: readonly Float64Array[], weights: ArrayLike<number>, observed: number): number {
  const all = lists.flatMap((values, i) => [...values].map((value) => ({ value, weight: weights[i] / values.length })));
  let [error, apart] = [0, 0];
  for (const one of all) {
    error += one.weight * Math.abs(one.value - observed);
    for (const other of all) apart += one.weight * other.weight * Math.abs(one.value - other.value);
  }
  return error - apart / 2;
}

const heightOf = (matrix: Float64Array, weights: ArrayLike<number>): number => {
  let sum = 0;
  const m = weights.length;
  for (let i = 0; i < m; i++) for (let j = 0; j < m; j++) sum += weights[i] * weights[j] * matrix[i * m + j];
  return sum;
};

/** Rising counts about a level, some of them alike. */
function risingCounts(level: number, uniform: () => number, n = 50): Float64Array {
  return Float64Array.from({ length: n }, () => Math.floor(-level * Math.log(1 - uniform()))).sort();
}

function someWeights(n: number, uniform: () => number): number[] {
  const raw = Array.from({ length: n }, () => -Math.log(1 - uniform()));
  const sum = raw.reduce((all, one) => all + one, 0);
  return raw.map((one) => one / sum);
}

describe("crpsMatrix", () => {
  it("of forecasts that are sure is the product of their errors where they err alike, else nothing", () => {
    expect([...crpsMatrix([list(3, 3), list(7, 7)], 4)]).toEqual([1, 0, 0, 3]);
    expect([...crpsMatrix([list(6), list(9)], 4)]).toEqual([2, 2, 2, 5]);
  });

  it("gives the CRPS of any mixture as its definition does, of small counts and of large", () => {
    const uniform = random(2);
    for (const scale of [0.3, 1, 40, 1e6]) {
      const lists = [1, 2, 5, 0.2].map((level) => risingCounts(level * scale, uniform));
      for (const observed of [0, Math.floor(scale), Math.floor(9 * scale)]) {
        const matrix = crpsMatrix(lists, observed);
        for (let turn = 0; turn < 5; turn++) {
          const weights = someWeights(4, uniform);
          expect(heightOf(matrix, weights) / byDefinition(lists, weights, observed)).toBeCloseTo(1, 11);
        }
        for (const [i, values] of lists.entries())
          expect(matrix[5 * i]).toBeCloseTo(byDefinition([values], [1], observed), 6);
      }
    }
  });
});

/** Forecasts of three kinds, of two places one of which is ten times as lively. */
function madePast(tasks: number) {
  const uniform = random(8);
  return Array.from({ length: tasks }, (_, t) => {
    const place = t % 2;
    const level = place === 0 ? 10 : 100;
    const lists = [level / 3, level, 2.5 * level].map((one) => risingCounts(one, uniform));
    const says = lists.map((values): Distribution => ({ family: "draws", values: [...values] }));
    return { task: { place, step: 1, says, observed: Math.floor(level * (0.5 + uniform())) }, lists };
  });
}

describe("stacked", () => {
  const made = madePast(60);
  const past = made.map(({ task }) => task);
  const usual = [0, 1].map((place) => {
    const own = made.filter(({ task }) => task.place === place);
    const scores = own.flatMap(({ lists, task }) => lists.map((one) => byDefinition([one], [1], task.observed)));
    return scores.reduce((sum, one) => sum + one, 0) / scores.length;
  });
  const meanScore = (weights: ArrayLike<number>): number =>
    made.reduce((sum, { lists, task }) => sum + byDefinition(lists, weights, task.observed) / usual[task.place], 0) /
    made.length;
  const found = convexWeights(pastCrps()(past) ?? [], 3);

  it("has weights whose pool would have earned the least CRPS of all pools, each place in its own unit", () => {
    const least = meanScore(found);
    expect(heightOf(pastCrps()(past) ?? list(), found)).toBeCloseTo(least, 10);
    const uniform = random(4);
    for (let turn = 0; turn < 60; turn++) {
      const other = someWeights(3, uniform);
      const near = [...found].map((weight, i) => 0.99 * weight + 0.01 * other[i]);
      expect(meanScore(other)).toBeGreaterThanOrEqual(least - 1e-12);
      expect(meanScore(near)).toBeGreaterThanOrEqual(least - 1e-12);
    }
    expect(Math.max(...found)).toBeLessThan(0.999);
    for (const alone of [
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ])
      expect(meanScore(alone)).toBeGreaterThan(least + 1e-4);
  });

  it("draws them to equal ones as by 20 tasks", () => {
    const says = [3, 9, 27].map((mean): Distribution => ({ family: "poisson", mean }));
    const pool = stacked([1, 2, 3].map(conflictology), { origins: 30 }).combine(says, past, 1);
    const weights = [...found].map((weight) => (60 / 80) * weight + 20 / 80 / 3);
    expect(pool).toEqual({ family: "mixture", weights: weights.map((one) => expect.closeTo(one, 9)), of: says });
  });

  it("is the pool of equal weights where nothing is known, or a member is missing", () => {
    const says = [3, 9, 27].map((mean): Distribution => ({ family: "poisson", mean }));
    const model = stacked([1, 2, 3].map(conflictology), { origins: 30 });
    expect(model.combine(says, [], 1)).toEqual({ family: "mixture", weights: [1, 1, 1].map(() => 1 / 3), of: says });
    expect(model.combine(says.slice(1), past, 1)).toEqual({
      ...{ family: "mixture", weights: [0.5, 0.5], of: says.slice(1) },
    });
  });
});

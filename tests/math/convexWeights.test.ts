import { describe, expect, it } from "vitest";
import { convexWeights } from "../../src/math/convexWeights.js";
import { random } from "../../src/math/random.js";
import fixture from "../fixtures/stacking.json" with { type: "json" };

const heightOf = (matrix: readonly number[], weights: ArrayLike<number>, m: number): number => {
  let sum = 0;
  for (let i = 0; i < m; i++) for (let j = 0; j < m; j++) sum += weights[i] * weights[j] * matrix[i * m + j];
  return sum;
};

describe("convexWeights", () => {
  it("of two halves the way that lies nearest to nothing", () => {
    expect(Array.from(convexWeights([1, 0, 0, 3], 2))).toEqual([0.75, 0.25].map((one) => expect.closeTo(one, 10)));
    expect(Array.from(convexWeights([1, 2, 2, 5], 2))).toEqual([1, 0]);
    expect(Array.from(convexWeights([4], 1))).toEqual([1]);
  });

  it.each(fixture.weights)("is the exact least of $m rows", ({ m, matrix, weights, least }) => {
    const found = convexWeights(matrix, m);
    for (const [i, weight] of weights.entries()) expect(found[i]).toBeCloseTo(weight, 9);
    expect(heightOf(matrix, found, m) / least).toBeCloseTo(1, 11);
  });

  it("shares the weight of rows that are alike, and of nothing at all", () => {
    const twins = convexWeights([2, 2, 0, 2, 2, 0, 0, 0, 2], 3);
    expect(twins[0] + twins[1]).toBeCloseTo(0.5, 9);
    expect(twins[2]).toBeCloseTo(0.5, 9);
    expect(Array.from(convexWeights(new Float64Array(9), 3))).toEqual([1, 1, 1].map(() => expect.closeTo(1 / 3, 12)));
  });

  it("is beaten by no other weights, of matrices of low rank and of scores that are nearly alike", () => {
    const uniform = random(5);
    for (let turn = 0; turn < 60; turn++) {
      const m = 2 + Math.floor(uniform() * 20);
      const rank = 1 + Math.floor(uniform() * 12);
      const centre = Array.from({ length: rank }, () => 4 * uniform());
      const points = Array.from({ length: m }, () =>
        centre.map((one) => one + (turn % 3 === 0 ? 1e-6 : 3) * (uniform() - 0.5)),
      );
      const matrix = points.flatMap((one) =>
        points.map((other) => one.reduce((sum, value, k) => sum + value * other[k], 0)),
      );
      const found = convexWeights(matrix, m);
      expect(found.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
      expect(Math.min(...found)).toBeGreaterThanOrEqual(0);
      const height = heightOf(matrix, found, m);
      const slopes = points.map((_, i) => points.reduce((sum, __, j) => sum + matrix[i * m + j] * found[j], 0));
      const trace = points.reduce((sum, _, i) => sum + matrix[i * m + i], 0);
      expect(Math.min(...slopes)).toBeGreaterThanOrEqual(height - 1e-9 * trace);
    }
  });
});

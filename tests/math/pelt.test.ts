import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pelt } from "../../src/math/pelt.js";

type Cost = (from: number, to: number) => number;

/** Optimal partitioning: every last stretch for every end. */
function tried(costOf: Cost, length: number, penalty: number, minimum: number): number {
  const best = [-penalty];
  for (let to = 1; to <= length; to++) {
    best[to] = Infinity;
    for (let from = 0; from <= to - minimum; from++)
      best[to] = Math.min(best[to], best[from] + costOf(from, to) + penalty);
  }
  return best[length];
}

function priceOf(costOf: Cost, cuts: readonly number[], length: number, penalty: number): number {
  const bounds = [0, ...cuts, length];
  return bounds.slice(1).reduce((sum, to, i) => sum + costOf(bounds[i], to) + penalty, -penalty);
}

function poisson(values: readonly number[]): Cost {
  return (from, to) => {
    const events = values.slice(from, to).reduce((sum, one) => sum + one, 0);
    return events === 0 ? 0 : 2 * events * Math.log((to - from) / events);
  };
}

describe("the cheapest cuts", () => {
  it("cut where the level changes", () => {
    expect(pelt(poisson([1, 1, 9, 9]), { length: 4, penalty: 1, minimum: 1, slack: 0 }).cuts).toEqual([2]);
    expect(pelt(poisson([1, 1, 9, 9]), { length: 4, penalty: 99, minimum: 1, slack: 0 }).cuts).toEqual([]);
  });

  it("are the optimum of all, whatever the least length of a stretch", () => {
    const series = fc.array(fc.nat(6), { minLength: 12, maxLength: 90 });
    const option = { penalty: fc.double({ min: 0.2, max: 12, noNaN: true }), minimum: fc.integer({ min: 1, max: 6 }) };
    fc.assert(
      fc.property(series, option.penalty, option.minimum, (values, penalty, minimum) => {
        const { length } = values;
        const costOf = poisson(values);
        const { cuts, cost } = pelt(costOf, { length, penalty, minimum, slack: 0 });
        expect(cost).toBeCloseTo(tried(costOf, length, penalty, minimum), 9);
        expect(priceOf(costOf, cuts, length, penalty)).toBeCloseTo(cost, 9);
        const bounds = [0, ...cuts, length];
        expect(Math.min(...bounds.slice(1).map((to, i) => to - bounds[i]))).toBeGreaterThanOrEqual(minimum);
      }),
      { seed: 1, numRuns: 400 },
    );
  });

  it("are the optimum too where two stretches may cost more than their union", () => {
    const series = fc.array(fc.nat(6), { minLength: 12, maxLength: 80 });
    fc.assert(
      fc.property(series, fc.integer({ min: 1, max: 4 }), (values, minimum) => {
        const { length } = values;
        const level = poisson(values);
        // Each stretch pays 1.5 besides, so two of them pay 1.5 more than one.
        const costOf = (from: number, to: number): number => level(from, to) + 1.5;
        const { cost } = pelt(costOf, { length, penalty: 1, minimum, slack: 1.5 });
        expect(cost).toBeCloseTo(tried(costOf, length, 1, minimum), 9);
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  it("cannot be where no stretch fits", () => {
    const fault = new RangeError("pelt: no stretch of 3 fits into 2");
    expect(() => pelt(() => 0, { length: 2, penalty: 1, minimum: 3, slack: 0 })).toThrow(fault);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { betaQuantile } from "../../src/index.js";
import { chainLadder } from "../../src/inference/chainLadder.js";
import { drawLadder, middleOf } from "../../src/inference/drawLadder.js";
import { random } from "../../src/math/random.js";

const dispersion = { phi: 1e-9, n: 10, df: 10 };

describe("a drawn ladder", () => {
  it("has shares of one delay from a beta distribution of the counts and half an event each", () => {
    const uniform = random(1);
    const ladder = chainLadder([[30, 10]]);
    const made = Array.from({ length: 20_000 }, () => drawLadder(ladder, dispersion, uniform).shares[0]);
    for (const p of [0.025, 0.5, 0.975]) {
      const below = made.filter((one) => one < betaQuantile(p, 30.5, 10.5)).length / made.length;
      expect(Math.abs(below - p)).toBeLessThan(0.018);
    }
  });

  it("varies no less than Poisson counts, and as its chi-square says above", () => {
    const uniform = random(2);
    const ladder = chainLadder([[30, 10]]);
    expect(drawLadder(ladder, dispersion, uniform).phi).toBe(1);
    const phis = Array.from({ length: 20_000 }, () => drawLadder(ladder, { phi: 50, n: 10, df: 10 }, uniform).phi);
    // The median of chi-square on 10 degrees of freedom is 9.342.
    expect(phis.filter((phi) => phi > 500 / 9.341817765591967).length / phis.length).toBeCloseTo(0.5, 1);
  });

  it("does not take a delay at which nothing came for one at which nothing can", () => {
    const { shares } = drawLadder(chainLadder([[30, 0]]), dispersion, random(3));
    expect(shares[0]).toBeLessThan(1);
  });
});

describe("the middle of numbers", () => {
  it("leaves half of what stands at an end on either side of it", () => {
    expect(middleOf([0, 0, 0, 0, 1, 1, 1, 1, 1, 1], 0.7)).toEqual([0, 1]);
    expect(middleOf([0, 1, 1, 1, 1, 1, 1, 1, 1, 1], 0.8)).toEqual([1, 1]);
    expect(middleOf([5, 1, 4, 2, 3], 0.6)).toEqual([2, 4]);
  });

  it("moves with the numbers, and mirrors with them", () => {
    const numbers = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1 });
    fc.assert(
      fc.property(numbers, fc.double({ min: 0.05, max: 0.99, noNaN: true }), (made, level) => {
        const [low, high] = middleOf(Object.freeze(made), level);
        expect(low).toBeLessThanOrEqual(high);
        expect(
          middleOf(
            made.map((one) => 7 - one),
            level,
          ),
        ).toEqual([7 - high, 7 - low]);
      }),
    );
  });
});

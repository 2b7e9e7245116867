import { describe, expect, it } from "vitest";
import * as hc from "../../src/index.js";
import { expectDigits } from "../close.js";

const poisson: hc.Distribution = { family: "poisson", mean: 2 };
const negbin: hc.Distribution = { family: "negbin", mean: 30, size: 1.5 };
const draws: hc.Distribution = { family: "draws", values: [0, 4, 4, 50] };
const pool = (weights: readonly number[], of: readonly hc.Distribution[]): hc.Distribution => ({
  family: "mixture",
  weights,
  of,
});

describe("a mixture", () => {
  const says = pool([0.25, 0.75], [poisson, negbin]);

  it("has the chances of its parts, weighed", () => {
    for (const k of [0, 3, 40]) {
      expectDigits(hc.pmf(says, k), 0.25 * hc.pmf(poisson, k) + 0.75 * hc.pmf(negbin, k), 13);
      expectDigits(hc.cdf(says, k), 0.25 * hc.cdf(poisson, k) + 0.75 * hc.cdf(negbin, k), 13);
    }
    expect(hc.pmf(says, 1.5)).toBe(0);
    expect(hc.logTails(says, 2.5)).toEqual({ lower: hc.logTails(says, 2).lower, upper: hc.logTails(says, 3).upper });
  });

  it("keeps the digits of both tails", () => {
    const far = pool(
      [0.5, 0.5],
      [
        { family: "poisson", mean: 1e-8 },
        { family: "poisson", mean: 1e-8 },
      ],
    );
    expectDigits(hc.logTails(far, 40).upper, hc.logTails({ family: "poisson", mean: 1e-8 }, 40).upper, 14);
    expectDigits(hc.logTails(far, 0).lower, -1e-8, 14);
  });

  it("has the mean and the variance of its parts and of their means", () => {
    expect(hc.mean(says)).toBe(23);
    expectDigits(hc.variance(says), 0.25 * 2 + 0.75 * 630 + 0.25 * 21 ** 2 + 0.75 * 7 ** 2, 14);
  });

  it("has quantiles that are the least value to reach p", () => {
    for (const one of [
      says,
      pool([0.4, 0.6], [draws, poisson]),
      pool([0.5, 0.5], [draws, { family: "draws", values: [0.5, 7] }]),
    ])
      for (const p of [1e-12, 0.05, 0.25, 0.5, 0.9, 1 - 1e-9]) {
        const x = hc.quantile(one, p);
        expect(hc.cdf(one, x)).toBeGreaterThanOrEqual(p * (1 - 1e-13));
        expect(hc.cdf(one, x - 1e-9 * (1 + x))).toBeLessThan(p);
      }
    expect(hc.quantile(pool([0.5, 0.5], [draws, { family: "draws", values: [0.5, 7] }]), 0.5)).toBe(4);
    expect([0, 1].map((p) => hc.quantile(says, p))).toEqual([0, Infinity]);
  });

  it("has whole quantiles where its parts are counts or whole draws", () => {
    for (const p of [0.1, 0.5, 0.99])
      expect(Number.isInteger(hc.quantile(pool([0.4, 0.6], [draws, negbin]), p))).toBe(true);
  });

  it("of measures has the weighed density and quantiles that undo its chances", () => {
    const normal = (mean: number): hc.Distribution => ({ family: "normal", mean, sd: 1 });
    const two = pool([0.5, 0.5], [normal(-3), normal(3)]);
    expectDigits(hc.quantile(two, 0.5) + 1, 1, 12);
    expectDigits(hc.cdf(two, hc.quantile(two, 0.9)), 0.9, 13);
    expectDigits(Math.exp(hc.logDensity(two, 3)), (0.5 * (1 + Math.exp(-18))) / Math.sqrt(2 * Math.PI), 13);
  });

  it("of mixtures is what it is undone", () => {
    const nested = pool([0.5, 0.5], [pool([0.5, 0.5], [poisson, negbin]), negbin]);
    for (const k of [0, 5, 90]) expectDigits(hc.pmf(nested, k), hc.pmf(says, k), 13);
  });

  it("is drawn from its parts as often as they weigh", () => {
    const drawn = hc.sample(
      pool(
        [0.2, 0.8],
        [
          { family: "draws", values: [1] },
          { family: "draws", values: [0] },
        ],
      ),
      { n: 20_000, seed: 3 },
    );
    const share = drawn.reduce((sum, value) => sum + value, 0) / drawn.length;
    // Four standard errors.
    expect(Math.abs(share - 0.2)).toBeLessThan(4 * Math.sqrt(0.16 / 20_000));
  });

  it.each<[hc.Distribution, string]>([
    [pool([], []), "mean: mixture needs at least 1 part, got 0"],
    [pool([1], [poisson, negbin]), "mean: mixture needs a weight for each of 2 parts, got 1"],
    [pool([0, 1], [poisson, negbin]), "mean: mixture needs weights above 0, got 0 (weight 1)"],
    [pool([0.5, 0.4], [poisson, negbin]), "mean: mixture needs weights that add to 1, got 0.9"],
    [
      pool([0.5, 0.5], [poisson, { family: "poisson", mean: -1 }]),
      "mean: mixture: poisson needs a mean of 0 or more, got -1 (part 2)",
    ],
  ])("refuses %j", (says, message) => {
    expect(() => hc.mean(says)).toThrow(new hc.InputError(message));
  });
});

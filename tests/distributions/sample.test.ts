import { describe, expect, it } from "vitest";
import * as hc from "../../src/index.js";

const n = 20_000;

/** Numbers sorted into bins by the distribution's own twentieths, and Pearson's chi-square against its own chances: log p. */
function logFit(distribution: hc.Distribution, seed: number, source = distribution): number {
  const edges = [...new Set(Array.from({ length: 19 }, (_, i) => hc.quantile(distribution, (i + 1) / 20)))];
  const below = edges.map((edge) => hc.cdf(distribution, edge));
  const chances = [...below, 1].map((p, i) => p - (below[i - 1] ?? 0));
  const counts = chances.map(() => 0);
  for (const x of hc.sample(source, { n, seed })) {
    const bin = edges.findIndex((edge) => x <= edge);
    counts[bin < 0 ? edges.length : bin]++;
  }
  let statistic = 0;
  let bins = 0;
  chances.forEach((chance, i) => {
    if (chance * n < 5) return;
    bins++;
    statistic += (counts[i] - chance * n) ** 2 / (chance * n);
  });
  return hc.chiSquareUpper(statistic, Math.max(1, bins - 1));
}

const sampled: readonly hc.Distribution[] = [
  { family: "poisson", mean: 0.3 },
  { family: "poisson", mean: 9.99 },
  { family: "poisson", mean: 10 },
  { family: "poisson", mean: 44 },
  { family: "poisson", mean: 1e9 },
  { family: "negbin", mean: 5, size: 0.01 },
  { family: "negbin", mean: 20, size: 2 },
  { family: "negbin", mean: 1e6, size: 40 },
  { family: "negbin", mean: 1e9, size: 1e9 },
  { family: "binomial", n: 12, p: 0.3 },
  { family: "binomial", n: 40, p: 0.25 },
  { family: "binomial", n: 100, p: 0.69 },
  { family: "binomial", n: 1e9, p: 3e-9 },
  { family: "binomial", n: 1e9, p: 0.9999 },
  { family: "betaBinomial", n: 30, a: 1e-3, b: 2e-3 },
  { family: "betaBinomial", n: 100, a: 2, b: 3 },
  { family: "betaBinomial", n: 1e6, a: 40, b: 0.5 },
  { family: "bernoulli", p: 0.3 },
  { family: "zeroInflated", zero: 0.3, of: { family: "poisson", mean: 7 } },
  { family: "hurdle", zero: 0.3, of: { family: "poisson", mean: 2 } },
  { family: "hurdle", zero: 0.3, of: { family: "poisson", mean: 0.04 } },
  { family: "hurdle", zero: 0.1, of: { family: "negbin", mean: 5, size: 0.005 } },
  { family: "gamma", shape: 0.2, rate: 3 },
  { family: "gamma", shape: 30, rate: 0.01 },
  { family: "beta", a: 0.2, b: 0.3 },
  { family: "beta", a: 1e-3, b: 5 },
  { family: "beta", a: 40, b: 3 },
  { family: "normal", mean: 3, sd: 2 },
  { family: "student", df: 0.3, centre: 1, scale: 2 },
  { family: "student", df: 5, centre: 1, scale: 2 },
  { family: "draws", values: [1, 2, 2, 7] },
  { family: "quantiles", levels: [0.1, 0.5, 0.9], values: [1, 2, 5] },
];

describe("sample", () => {
  it.each(sampled)("draws as the cumulative chances say: %j", (distribution) => {
    expect(logFit(distribution, 7)).toBeGreaterThan(Math.log(1e-5));
  });

  it("would not pass with numbers of a mean 1% off", () => {
    const near: hc.Distribution = { family: "poisson", mean: 44 };
    const off: hc.Distribution = { family: "poisson", mean: 44 * 1.01 };
    expect(logFit(near, 7, off)).toBeLessThan(Math.log(1e-5));
  });

  it("draws a rare event as often as it comes", () => {
    const numbers = hc.sample({ family: "poisson", mean: 1e-3 }, { n: 1_000_000, seed: 3 });
    const events = numbers.reduce((sum, k) => sum + k, 0);
    // 1000 are expected, with a standard deviation of 32.
    expect(Math.abs(events - 1000)).toBeLessThan(130);
    expect(hc.sample({ family: "poisson", mean: 1e-8 }, { n: 1000, seed: 3 }).every((k) => k === 0)).toBe(true);
  });

  it("draws the same numbers for the same seed, and more of them for a larger n", () => {
    for (const distribution of sampled) {
      const ten = hc.sample(distribution, { n: 10, seed: 4 });
      expect(hc.sample(distribution, { n: 10, seed: 4 })).toEqual(ten);
      expect(hc.sample(distribution, { n: 30, seed: 4 }).slice(0, 10)).toEqual(ten);
    }
    const one: hc.Distribution = { family: "normal", mean: 0, sd: 1 };
    expect(hc.sample(one, { n: 3, seed: 1 })).not.toEqual(hc.sample(one, { n: 3, seed: 2 }));
  });

  it("draws what is certain", () => {
    const three = { n: 3, seed: 1 };
    expect(hc.sample({ family: "poisson", mean: 0 }, three)).toEqual([0, 0, 0]);
    expect(hc.sample({ family: "negbin", mean: 0, size: 2 }, three)).toEqual([0, 0, 0]);
    expect(hc.sample({ family: "binomial", n: 5, p: 0 }, three)).toEqual([0, 0, 0]);
    expect(hc.sample({ family: "binomial", n: 5, p: 1 }, three)).toEqual([5, 5, 5]);
    expect(hc.sample({ family: "bernoulli", p: 1 }, three)).toEqual([1, 1, 1]);
    expect(hc.sample({ family: "poisson", mean: 3 }, { n: 0, seed: 1 })).toEqual([]);
  });

  it("refuses what is no number of draws and no seed", () => {
    const one: hc.Distribution = { family: "poisson", mean: 1 };
    expect(() => hc.sample(one, { n: -1, seed: 1 })).toThrow(
      new hc.InputError("sample: n needs a whole number from 0, got -1"),
    );
    expect(() => hc.sample(one, { n: 1, seed: 0.5 })).toThrow(
      new hc.InputError("sample: seed needs a whole number, got 0.5"),
    );
  });
});

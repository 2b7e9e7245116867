import { describe, expect, it } from "vitest";
import { leastCount } from "../../src/distributions/countQuantile.js";
import { type Distribution, logTails, midQuantiles, quantile } from "../../src/index.js";

/** Counts looks at a function. */
function watched(over: (k: number) => number): { over: (k: number) => number; looks: () => number } {
  let looks = 0;
  return {
    over: (k) => {
      looks++;
      return over(k);
    },
    looks: () => looks,
  };
}

describe("the least count", () => {
  it("is found from any start, whatever the scale, on smooth rises, jumps and rises from nothing", () => {
    for (const least of [0, 1, 2, 17, 1000, 123_456])
      for (const over of [
        (k: number) => k - least,
        (k: number) => (k >= least ? 1 : -1),
        (k: number) => (k >= least ? Infinity : -Infinity),
        (k: number) => (k < least ? -Infinity : (k - least) ** 2),
        (k: number) => Math.log((k + 1) / (least + 1)),
        (k: number) => Math.exp(Math.min(700, k - least)) - 1,
      ])
        for (const start of [0, 5, least, 2 * least + 3, 1_000_000])
          for (const scale of [0, 1, 1e5]) expect(leastCount(over, start, scale)).toBe(least);
  });

  it("is found among numbers so large that there are none between two", () => {
    const vast = 3 * 2 ** 60;
    expect(leastCount((k) => k - vast, 2 ** 53, 2 ** 40)).toBe(vast);
    expect(leastCount((k) => (k >= vast ? 1 : -1), 0, 1)).toBe(vast);
  });

  it("takes few looks where it rises smoothly, and no more than twice those of halving where it jumps", () => {
    const logit = watched((k) => -Math.log(2) - Math.log1p(Math.exp(-(k - 2e6) / 1e6)) + 1);
    const found = leastCount(logit.over, 1_500_000, 1e6);
    expect(logit.over(found)).toBeGreaterThanOrEqual(0);
    expect(logit.over(found - 1)).toBeLessThan(0);
    expect(logit.looks()).toBeLessThan(14);
    const jump = watched((k) => (k >= 1_234_567 ? 1 : -1));
    expect(leastCount(jump.over, 0, 1)).toBe(1_234_567);
    expect(jump.looks()).toBeLessThan(2 * 21 + 4);
  });
});

describe("quantiles", () => {
  const negbin: Distribution = { family: "negbin", mean: 3e6, size: 0.7 };
  const many = Array.from({ length: 30 }, (_, i): Distribution => ({ family: "negbin", mean: 2 + i, size: 1 + i / 9 }));
  const pool = (of: readonly Distribution[]): Distribution => {
    return { family: "mixture", weights: of.map(() => 1 / of.length), of };
  };

  it.each<[string, Distribution]>([
    ["a negative binomial in the millions", negbin],
    ["a hurdle in the millions", { family: "hurdle", zero: 0.3, of: { family: "negbin", mean: 3e6, size: 0.7 } }],
    ["a mixture of thirty", pool(many)],
    ["a mixture of mixtures and draws", pool([pool(many), { family: "draws", values: [0, 3, 3, 90] }])],
    ["a mixture in the millions", pool([negbin, { family: "poisson", mean: 2e6 }])],
  ])("of %s are the least counts to reach their levels, in either tail", (_, one) => {
    for (const p of [1e-30, 1e-7, 0.001, 0.025, 0.25, 0.5, 0.731, 0.9, 0.999, 1 - 1e-7, 1 - 1e-12]) {
      const k = quantile(one, p);
      const isLow = p <= 0.5;
      const target = Math.log(isLow ? p : 1 - p);
      const [upTo, below] = [k, k - 1].map((x) => (isLow ? logTails(one, x).lower : -logTails(one, x + 1).upper));
      expect(upTo).toBeGreaterThanOrEqual((isLow ? target : -target) - 1e-4 * Number(p === 1 - 1e-12) - 1e-9);
      if (k > 0) expect(below).toBeLessThan((isLow ? target : -target) + 1e-4 * Number(p === 1 - 1e-12));
    }
  });

  it("of a mixture whose chances are the levels themselves count as reached", () => {
    const draws = (from: number): Distribution => ({
      ...{ family: "draws", values: Array.from({ length: 10 }, (_, i) => from + i) },
    });
    const mixed = pool([draws(0), draws(10)]);
    for (let i = 1; i < 20; i++) {
      expect(quantile(mixed, i / 20)).toBe(i - 1);
      expect(quantile(mixed, i / 20 + 1e-6)).toBe(i);
    }
  });

  it("of mixtures asked in turn are those of each alone", () => {
    const [one, other] = [pool(many), pool(many.slice(10))];
    const alone = [one, other].map((mixture) => [0.1, 0.5, 0.9].map((p) => quantile({ ...mixture }, p)));
    const turns = [0.1, 0.5, 0.9].map((p) => [quantile(one, p), quantile(other, p)]);
    expect([0, 1].map((i) => turns.map((turn) => turn[i]))).toEqual(alone);
    expect(alone[0]).not.toEqual(alone[1]);
    expect([...midQuantiles(negbin, 3)]).toEqual([1 / 6, 0.5, 5 / 6].map((p) => quantile(negbin, p)));
  });
});

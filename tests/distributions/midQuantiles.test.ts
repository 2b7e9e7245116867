import { describe, expect, it } from "vitest";
import { type Distribution, InputError, logTails, midQuantiles, quantile } from "../../src/index.js";

/** The chance of less than a value and of at most it, which a quantile's level lies between. */
function chances(one: Distribution, value: number): [number, number] {
  const draws = one.family === "draws" ? one.values : undefined;
  if (draws !== undefined)
    return [
      draws.filter((x) => x < value).length / draws.length,
      draws.filter((x) => x <= value).length / draws.length,
    ];
  if (one.family !== "mixture") return [Math.exp(logTails(one, value - 1).lower), Math.exp(logTails(one, value).lower)];
  let [below, upTo] = [0, 0];
  for (const [i, part] of one.of.entries()) {
    const own = chances(part, value);
    below += one.weights[i] * own[0];
    upTo += one.weights[i] * own[1];
  }
  return [below, upTo];
}

const single: readonly Distribution[] = [
  { family: "poisson", mean: 0 },
  { family: "poisson", mean: 7 },
  { family: "poisson", mean: 1999 },
  { family: "poisson", mean: 3e6 },
  { family: "negbin", mean: 0.02, size: 0.1 },
  { family: "negbin", mean: 12, size: 0.3 },
  { family: "negbin", mean: 60_000, size: 2 },
  { family: "binomial", n: 9, p: 0.3 },
  { family: "betaBinomial", n: 30, a: 0.6, b: 2 },
  { family: "bernoulli", p: 0.25 },
  { family: "zeroInflated", zero: 0.4, of: { family: "poisson", mean: 3 } },
  { family: "hurdle", zero: 0.4, of: { family: "negbin", mean: 3, size: 0.7 } },
  { family: "gamma", shape: 2, rate: 0.1 },
  { family: "beta", a: 2, b: 5 },
  { family: "normal", mean: -3, sd: 4 },
  { family: "student", df: 3, centre: 1, scale: 2 },
  { family: "draws", values: [5, 0, 9, 9, 2, 14, 0] },
  { family: "quantiles", levels: [0.1, 0.5, 0.9], values: [0, 4, 30] },
];

describe("midQuantiles", () => {
  it("of two coins are none, one, one and two heads", () => {
    expect([...midQuantiles({ family: "binomial", n: 2, p: 0.5 }, 4)]).toEqual([0, 1, 1, 2]);
    expect([...midQuantiles({ family: "binomial", n: 2, p: 0.5 }, 1)]).toEqual([1]);
  });

  it("of draws are the draws, sorted, where as many are asked for", () => {
    expect([...midQuantiles({ family: "draws", values: [5, 0, 9, 9] }, 4)]).toEqual([0, 5, 9, 9]);
    expect([...midQuantiles({ family: "draws", values: [5, 0, 9, 9] }, 8)]).toEqual([0, 0, 5, 5, 9, 9, 9, 9]);
    expect([...midQuantiles({ family: "draws", values: [3, 1, 2] }, 1)]).toEqual([2]);
  });

  it.each(single.map((one) => ({ one, name: JSON.stringify(one) })))("are the quantiles of $name", ({ one }) => {
    for (const n of [1, 8, 50, 200])
      expect([...midQuantiles(one, n)]).toEqual(Array.from({ length: n }, (_, i) => quantile(one, (i + 0.5) / n)));
  });

  it("of a mixture are read off its parts: exactly where their chances are whole steps", () => {
    const sure = (...values: readonly number[]): Distribution => ({ family: "draws", values });
    const mixed: Distribution = { family: "mixture", weights: [0.5, 0.3, 0.2], of: [sure(1, 4), sure(4, 8), sure(0)] };
    // 0 with 20%, 1 with 25%, 4 with 40%, 8 with 15%: at 20 levels 4, 5, 8 and 3 of them.
    expect([...midQuantiles(mixed, 20)].map((value) => [0, 1, 4, 8].indexOf(value)).join("")).toBe(
      "00001111122222222333",
    );
    const alone: Distribution = { family: "negbin", mean: 12, size: 0.3 };
    const one: Distribution = { family: "mixture", weights: [1], of: [alone] };
    expect(midQuantiles(one, 200)).toEqual(midQuantiles(alone, 200));
  });

  it("of any mixture are off by no more than one step of chance, mixtures of mixtures by two", () => {
    const counts: Distribution[] = single.filter(({ family }) =>
      ["poisson", "negbin", "zeroInflated", "hurdle", "draws"].includes(family),
    );
    const weights = counts.map((_, i) => (i + 1) / ((counts.length * (counts.length + 1)) / 2));
    const mixed: Distribution = { family: "mixture", weights, of: counts };
    const twice: Distribution = { family: "mixture", weights: [0.9, 0.1], of: [mixed, { family: "poisson", mean: 4 }] };
    for (const [one, steps] of [[mixed, 1] as const, [twice, 2] as const])
      for (const n of [20, 50, 200]) {
        const values = midQuantiles(one, n);
        for (const [i, value] of values.entries()) {
          const level = (i + 0.5) / n;
          const [below, upTo] = chances(one, value);
          expect(below).toBeLessThan(level + steps / n);
          expect(upTo).toBeGreaterThan(level - steps / n);
          if (i > 0) expect(value).toBeGreaterThanOrEqual(values[i - 1]);
        }
      }
  });

  it("are refused of what cannot be", () => {
    expect(() => midQuantiles({ family: "poisson", mean: -1 }, 4)).toThrow(InputError);
  });
});

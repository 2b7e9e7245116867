import { describe, expect, it } from "vitest";
import * as hc from "../../src/index.js";
import { expectDigits } from "../close.js";

const some: hc.Distribution = { family: "zeroInflated", zero: 0.25, of: { family: "poisson", mean: 2 } };

describe("a zero-inflated count", () => {
  it("is 0 for sure in its share, and as its family says in the rest", () => {
    expectDigits(hc.pmf(some, 0), 0.25 + 0.75 * Math.exp(-2), 14);
    expectDigits(hc.pmf(some, 3), 0.75 * Math.exp(-2) * (8 / 6), 14);
    expectDigits(hc.cdf(some, 1), 0.25 + 0.75 * 3 * Math.exp(-2), 14);
    expectDigits(Math.exp(hc.logTails(some, 1).upper), 0.75 * -Math.expm1(-2), 14);
    expect(hc.mean(some)).toBe(1.5);
    // E(X²) = 0.75 (2 + 4)
    expectDigits(hc.variance(some), 4.5 - 2.25, 14);
  });

  it("is its family itself where the share is 0, and nothing but 0 where it is 1", () => {
    const poisson = { family: "poisson", mean: 2 } as const;
    const never: hc.Distribution = { family: "zeroInflated", zero: 0, of: poisson };
    const always: hc.Distribution = { family: "zeroInflated", zero: 1, of: poisson };
    for (let k = 0; k < 20; k++) expectDigits(hc.logTails(never, k).lower, hc.logTails(poisson, k).lower, 12, k);
    expect(hc.quantile(never, 0.9)).toBe(hc.quantile(poisson, 0.9));
    expect(hc.logTails(always, 0)).toEqual({ lower: 0, upper: 0 });
    expect(hc.pmf(always, 1)).toBe(0);
    expect(hc.quantile(always, 1)).toBe(0);
    expect(hc.sample(always, { n: 3, seed: 1 })).toEqual([0, 0, 0]);
  });
});

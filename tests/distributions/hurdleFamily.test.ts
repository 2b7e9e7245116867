import { describe, expect, it } from "vitest";
import * as hc from "../../src/index.js";
import { expectDigits } from "../close.js";

const poisson = { family: "poisson", mean: 2 } as const;
const some: hc.Distribution = { family: "hurdle", zero: 0.25, of: poisson };
const over = -Math.expm1(-2);

describe("a hurdle count", () => {
  it("is 0 in its share, and in the rest what its family holds above 0", () => {
    expect(hc.pmf(some, 0)).toBe(0.25);
    expectDigits(hc.pmf(some, 3), (0.75 * Math.exp(-2) * (8 / 6)) / over, 14);
    expectDigits(hc.cdf(some, 1), 0.25 + (0.75 * 2 * Math.exp(-2)) / over, 14);
    expectDigits(Math.exp(hc.logTails(some, 1).upper), 0.75, 14);
    expectDigits(hc.mean(some), (0.75 * 2) / over, 14);
    expectDigits(hc.variance(some), (0.75 * 6) / over - ((0.75 * 2) / over) ** 2, 13);
  });

  it("is its family itself where the share is that of its zeros, and nothing but 0 where it is 1", () => {
    const same: hc.Distribution = { family: "hurdle", zero: Math.exp(-2), of: poisson };
    for (let k = 0; k < 20; k++) {
      expectDigits(hc.logTails(same, k).lower, hc.logTails(poisson, k).lower, 11, k);
      expectDigits(hc.logTails(same, k).upper, hc.logTails(poisson, k).upper, 12, k);
    }
    const always: hc.Distribution = { family: "hurdle", zero: 1, of: { family: "poisson", mean: 0 } };
    expect([hc.mean(always), hc.variance(always), hc.quantile(always, 1), hc.pmf(always, 2)]).toEqual([0, 0, 0, 0]);
    expect(hc.sample(always, { n: 3, seed: 1 })).toEqual([0, 0, 0]);
  });

  it("never is 0 where its share is 0", () => {
    const none: hc.Distribution = { family: "hurdle", zero: 0, of: { family: "poisson", mean: 1e-8 } };
    expect(hc.cdf(none, 0)).toBe(0);
    expect(hc.quantile(none, 1e-300)).toBe(1);
    expect(hc.sample(none, { n: 1000, seed: 1 }).every((k) => k === 1)).toBe(true);
  });
});

import { describe, expect, it } from "vitest";
import * as hc from "../../src/index.js";
import { expectDigits } from "../close.js";

const known: hc.Distribution = { family: "quantiles", levels: [0.1, 0.5, 0.9], values: [0, 10, 30] };
const ties: hc.Distribution = { family: "quantiles", levels: [0, 0.25, 0.75, 1], values: [0, 2, 2, 6] };

describe("quantiles", () => {
  it("rise on straight lines between those given", () => {
    expect([0.1, 0.3, 0.5, 0.7, 0.9].map((p) => hc.quantile(known, p))).toEqual([0, 5, 10, 20, 30]);
    expectDigits(hc.cdf(known, 5), 0.3, 14);
    expectDigits(hc.cdf(known, 20), 0.7, 14);
    expectDigits(Math.exp(hc.logTails(known, 20).upper), 0.3, 14);
    expectDigits(Math.exp(hc.logDensity(known, 5)), 0.04, 14);
    expectDigits(Math.exp(hc.logDensity(known, 25)), 0.02, 14);
  });

  it("put what lies beyond the outer levels on the outer values", () => {
    expect(hc.quantile(known, 0.05)).toBe(0);
    expect(hc.quantile(known, 0.99)).toBe(30);
    expect(hc.cdf(known, -1e-9)).toBe(0);
    expectDigits(hc.cdf(known, 0), 0.1, 14);
    expect(hc.cdf(known, 30)).toBe(1);
    expectDigits(Math.exp(hc.logTails(known, 30).upper), 0.1, 14);
    expect(hc.logDensity(known, 30)).toBe(Infinity);
    expect(hc.logDensity(known, 31)).toBe(-Infinity);
  });

  it("have the mean and the variance of their straight lines", () => {
    // 0.1 at 0, 0.4 evenly on 0-10, 0.4 evenly on 10-30, 0.1 at 30.
    expectDigits(hc.mean(known), 0.4 * 5 + 0.4 * 20 + 0.1 * 30, 14);
    const square = 0.4 * (100 / 3) + 0.4 * (400 + 400 / 12) + 0.1 * 900;
    expectDigits(hc.variance(known), square - 13 * 13, 13);
  });

  it("may hold a chance at one value", () => {
    expectDigits(hc.cdf(ties, 2), 0.75, 14);
    expectDigits(Math.exp(hc.logTails(ties, 2).upper), 0.75, 14);
    expect(hc.quantile(ties, 0.5)).toBe(2);
    expect(hc.logDensity(ties, 2)).toBe(Infinity);
    expectDigits(Math.exp(hc.logDensity(ties, 0)), 0.125, 14);
    expectDigits(Math.exp(hc.logDensity(ties, 4)), 0.0625, 14);
    expectDigits(hc.mean(ties), 0.25 + 1 + 1, 14);
  });
});

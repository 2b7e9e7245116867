import { describe, expect, it } from "vitest";
import * as hc from "../../src/index.js";
import { expectDigits } from "../close.js";

const draws: hc.Distribution = Object.freeze({ family: "draws", values: Object.freeze([5, 1, 1, 3]) });

describe("draws", () => {
  it("count each draw alike", () => {
    expectDigits(hc.pmf(draws, 1), 0.5, 15);
    expectDigits(hc.pmf(draws, 3), 0.25, 15);
    expect(hc.pmf(draws, 2)).toBe(0);
    expect(hc.mean(draws)).toBe(2.5);
    expect(hc.variance(draws)).toBe(2.75);
  });

  it("hold a draw at x in both tails", () => {
    expect(hc.logTails(draws, 3)).toEqual({ lower: Math.log(0.75), upper: Math.log(0.5) });
    expect(hc.logTails(draws, 0)).toEqual({ lower: -Infinity, upper: 0 });
    expect(hc.cdf(draws, 5)).toBe(1);
  });

  it("have as quantile the least draw that enough of them do not exceed", () => {
    expect([0, 0.5, 0.51, 0.75, 0.76, 1].map((p) => hc.quantile(draws, p))).toEqual([1, 1, 3, 3, 5, 5]);
  });

  it("have quantiles that no rounding of p moves", () => {
    const tenths: hc.Distribution = { family: "draws", values: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] };
    for (let i = 1; i <= 10; i++) expect(hc.quantile(tenths, hc.cdf(tenths, i))).toBe(i);
    // 0.1 + 0.2 is a little above 0.3, which is the share of the three least.
    expect(hc.quantile(tenths, 0.1 + 0.2)).toBe(3);
  });
});

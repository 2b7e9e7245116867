import { describe, expect, it } from "vitest";
import * as hc from "../../src/index.js";
import { expectDigits } from "../close.js";
import known from "../fixtures/epitools.json" with { type: "json" };

// Expected values are from R's epitools (tests/fixtures/epitools.R).
describe("mid-p comparisons by epitools", () => {
  it("of rates have its p to ten digits, and its limits as near as it looks for them", () => {
    for (const { before, after, p, interval } of known.rates) {
      const found = hc.rateRatio("mid-p").compare(before, after, 0.95);
      expectDigits(found.p ?? Number.NaN, p, 10, before);
      // uniroot looks for the later share of the events and stops within 0.00012 of it.
      const odds = after.exposure[0] / before.exposure[0];
      const share = (ratio: number): number => 1 / (1 + 1 / (ratio * odds));
      interval.forEach((limit, i) => {
        const [got, expected] = [found.interval?.[i], limit].map((one) => share(one ?? Infinity));
        expect(Math.abs(got - expected), JSON.stringify([before, after, i])).toBeLessThan(2e-4);
      });
    }
  });

  it("of shares have its p to ten digits", () => {
    for (const { before, after, p } of known.shares) {
      expectDigits(hc.fisher("mid-p").compare(before, after, 0.95).p ?? Number.NaN, p, 10, [before, after]);
    }
  });
});

import { describe, expect, it } from "vitest";
import * as hc from "../../src/index.js";
import { expectDigits } from "../close.js";
import { frozen } from "./contract.js";

describe("the power of the exact test", () => {
  it("is the chance of the counts that the exact test rejects", () => {
    const [n, odds, ratio] = [47, 4 / 7, 0.5];
    let power = 0;
    for (let k = 0; k <= n; k++) {
      const { p = 1 } = hc.rateRatio("central").compare(frozen([n - k], [7]), frozen([k], [4]), 0.95);
      const share = (ratio * odds) / (1 + ratio * odds);
      if (p <= 0.05) power += Math.exp(hc.logBinomial(k, n, share));
    }
    expectDigits(hc.powerOfRatio({ n, odds, ratio, level: 0.95 }), power, 12);
  });

  it("of no change is never more than 1 - level", () => {
    for (const level of [0.9, 0.95, 0.99]) {
      for (const odds of [4 / 7, 1, 5]) {
        for (let n = 0; n <= 120; n++) {
          expect(hc.powerOfRatio({ n, odds, ratio: 1, level }), `${level} ${odds} ${n}`).toBeLessThanOrEqual(1 - level);
        }
      }
    }
    expect(hc.powerOfRatio({ n: 100, odds: 1, ratio: 1, level: 0.95 })).toBeGreaterThan(0.03);
  });

  it("grows with the number of events and with the size of the change", () => {
    const at = (n: number, ratio: number): number => hc.powerOfRatio({ n, odds: 4 / 7, ratio, level: 0.95 });
    const byCount = [10, 40, 160, 640].map((n) => at(n, 0.5347));
    expect(byCount).toEqual([...byCount].sort((a, b) => a - b));
    expect(byCount[0]).toBeLessThan(0.2);
    expect(byCount[3]).toBeGreaterThan(0.99);
    const byRatio = [1, 1.5, 2, 4].map((ratio) => at(60, ratio));
    expect(byRatio).toEqual([...byRatio].sort((a, b) => a - b));
  });

  it("is nothing without an event, and does not care which stretch came first", () => {
    expect(hc.powerOfRatio({ n: 0, odds: 1, ratio: 2, level: 0.95 })).toBe(0);
    expectDigits(
      hc.powerOfRatio({ n: 50, odds: 0.5, ratio: 3, level: 0.95 }),
      hc.powerOfRatio({ n: 50, odds: 2, ratio: 1 / 3, level: 0.95 }),
      12,
    );
  });

  it("throws on what is no number of events and no ratio", () => {
    const wrong = (n: number, odds: number, ratio: number, message: string): void =>
      expect(() => hc.powerOfRatio({ n, odds, ratio, level: 0.95 })).toThrow(new hc.InputError(message));
    wrong(4.5, 1, 1, "powerOfRatio: n needs a whole number of events, got 4.5");
    wrong(-1, 1, 1, "powerOfRatio: n needs a whole number of events, got -1");
    wrong(4, 0, 2, "powerOfRatio: needs a ratio from 0 and odds above 0, got 2 and 0");
    wrong(4, 1, -2, "powerOfRatio: needs a ratio from 0 and odds above 0, got -2 and 1");
  });
});

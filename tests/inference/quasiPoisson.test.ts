import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as hc from "../../src/index.js";
import { expectDigits } from "../close.js";
import { frozen } from "./contract.js";

const quasi = hc.quasiPoisson();
const months = fc.array(fc.nat(200), { minLength: 2, maxLength: 7 });

describe("the quasi-Poisson ratio", () => {
  it("is the ratio of the rates, its error widened by the spread inside the two stretches", () => {
    // by hand: 8 and 12 about 10 give .8, 4 and 6 about 5 give .4, over 2 degrees of freedom: phi is .6
    const found = quasi.compare(frozen([8, 12]), frozen([4, 6]), 0.95);
    expect(found.estimate).toBe(0.5);
    const error = Math.sqrt(0.6 * (1 / 20 + 1 / 10));
    expectDigits(found.statistic ?? 0, Math.log(0.5) / error, 12);
    expectDigits(found.interval?.[1] ?? 0, 0.5 * Math.exp(hc.studentQuantile(0.975, 2) * error), 12);
    expect(found.reading).toBe("10 events against 20, phi 0.60: 0.5000 [0.1375, 1.8178] times the rate, p = 0.15");
  });

  it("has a p below 1 - level exactly when its interval excludes 1", () => {
    fc.assert(
      fc.property(months, months, fc.constantFrom(0.8, 0.95, 0.99), (first, last, level) => {
        const found = quasi.compare(frozen(first), frozen(last), level);
        fc.pre(found.interval !== undefined);
        const [low, high] = found.interval ?? [0, 0];
        expect((found.p ?? 1) < 1 - level).toBe(low > 1 || (high ?? Infinity) < 1);
      }),
      { seed: 6, numRuns: 300 },
    );
  });

  it("turns upside down when before and after trade places", () => {
    const [one, other] = [
      quasi.compare(frozen([30, 10, 22]), frozen([9, 4]), 0.9),
      quasi.compare(frozen([9, 4]), frozen([30, 10, 22]), 0.9),
    ];
    expectDigits(1 / (one.estimate ?? 0), other.estimate ?? 0, 13);
    expectDigits(1 / (one.interval?.[0] ?? 0), other.interval?.[1] ?? 0, 13);
    expectDigits(one.p ?? 0, other.p ?? 0, 12);
  });

  it("does not care for the unit of exposure, and widens with the level", () => {
    const of = (unit: number, level: number): hc.Outcome =>
      quasi.compare(frozen([30, 10], [unit, unit]), frozen([9, 4], [unit, unit / 2]), level);
    expectDigits(of(30, 0.95).interval?.[0] ?? 0, of(1, 0.95).interval?.[0] ?? 0, 12);
    expect((of(1, 0.99).interval?.[0] ?? 1) < (of(1, 0.95).interval?.[0] ?? 0)).toBe(true);
  });

  it("is wider than the exact interval when months vary more than Poisson months", () => {
    const [before, after] = [frozen([2, 30, 4, 28]), frozen([1, 15, 2])];
    const exact = hc.rateRatio("central").compare(before, after, 0.95).interval ?? [0, 0];
    const wide = quasi.compare(before, after, 0.95).interval ?? [0, 0];
    expect(wide[0] < exact[0] && (wide[1] ?? 0) > (exact[1] ?? 0)).toBe(true);
  });

  it("gives no estimate without an event on one side", () => {
    const found = quasi.compare(frozen([4, 2]), frozen([0, 0]), 0.95);
    expect(found.reading).toBe("0 events against 6: no ratio without events on both sides");
    expect(found.interval).toBeUndefined();
    expect(found.p).toBeUndefined();
  });

  it("gives no interval where every month is alike, since no spread was seen", () => {
    const found = quasi.compare(frozen([4, 4]), frozen([2, 2]), 0.95);
    expect(found.estimate).toBe(0.5);
    expect(found.interval).toBeUndefined();
    expect(found.p).toBeUndefined();
    expect(found.reading).toBe("4 events against 8: 0.5000 times the rate; no spread seen to judge it by");
  });
});

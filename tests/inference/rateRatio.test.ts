import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as hc from "../../src/index.js";
import { expectDigits } from "../close.js";
import { frozen } from "./contract.js";

const central = hc.rateRatio("central");
const midP = hc.rateRatio("mid-p");
const counts = fc.nat(200);
const exposures = fc.double({ min: 0.05, max: 60, noNaN: true });

function bounds(found: hc.Outcome): readonly [number, number] {
  const [low, high] = found.interval ?? [Number.NaN, Number.NaN];
  return [low, high ?? Infinity];
}

describe("the rate ratio", () => {
  it("of 44 in 4 months against 144 in 7 is nearly a half", () => {
    const found = central.compare(frozen([144], [7]), frozen([44], [4]), 0.95);
    expect(found.reading).toContain("0.5347 [0.3725, 0.7542]");
    expect(found.reading).toBe("44 events against 144: 0.5347 [0.3725, 0.7542] times the rate, p = 0.00019");
    expect(found.n).toBe(188);
  });

  it("of one event against one is anything at all", () => {
    const found = central.compare(frozen([1]), frozen([1]), 0.95);
    expect(found.p).toBe(1);
    // shares 1 - sqrt(1 - .025) and sqrt(1 - .025) of two events
    const share = Math.sqrt(0.975);
    expectDigits(bounds(found)[1], share / (1 - share), 11);
    expectDigits(bounds(found)[0], (1 - share) / share, 11);
  });

  it("has a p below 1 - level exactly when its interval excludes 1", () => {
    fc.assert(
      fc.property(counts, counts, exposures, exposures, fc.constantFrom(0.8, 0.95, 0.99), (a, b, e, f, level) => {
        fc.pre(a + b > 0);
        for (const one of [central, midP]) {
          const found = one.compare(frozen([a], [e]), frozen([b], [f]), level);
          const [low, high] = bounds(found);
          expect((found.p ?? 1) < 1 - level, `${one.name} ${a} ${b}`).toBe(low > 1 || high < 1);
        }
      }),
      { seed: 3, numRuns: 400 },
    );
  });

  it("turns upside down, interval and all, when before and after trade places", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 200 }),
        fc.integer({ min: 1, max: 200 }),
        exposures,
        exposures,
        (a, b, e, f) => {
          for (const one of [central, midP]) {
            const found = one.compare(frozen([a], [e]), frozen([b], [f]), 0.95);
            const other = one.compare(frozen([b], [f]), frozen([a], [e]), 0.95);
            expectDigits(1 / (found.estimate ?? 0), other.estimate ?? 0, 12);
            expectDigits(1 / bounds(found)[0], bounds(other)[1], 9);
            expectDigits(1 / bounds(found)[1], bounds(other)[0], 9);
            expectDigits(found.p ?? 0, other.p ?? 0, 9);
          }
        },
      ),
      { seed: 4, numRuns: 100 },
    );
  });

  it("does not care for the unit of exposure nor for how periods are cut", () => {
    const months = central.compare(frozen([144], [7]), frozen([44], [4]), 0.95);
    const days = central.compare(frozen([144], [7 * 30]), frozen([44], [4 * 30]), 0.95);
    expectDigits(days.p ?? 0, months.p ?? 0, 12);
    expectDigits(bounds(days)[0], bounds(months)[0], 12);
    expectDigits(bounds(days)[1], bounds(months)[1], 12);
    const cut = central.compare(frozen([100, 44], [3, 4]), frozen([40, 0, 4], [1, 1, 2]), 0.95);
    expect(cut).toEqual(months);
  });

  it("has an interval that widens with the level, and is shorter by mid-p", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 200 }), exposures, (a, b, e) => {
        const of = (one: hc.Comparison, level: number) =>
          bounds(one.compare(frozen([a], [e]), frozen([b], [1]), level));
        const [narrow, wide, mid] = [of(central, 0.8), of(central, 0.95), of(midP, 0.95)];
        expect(wide[0] < narrow[0] && narrow[1] < wide[1]).toBe(true);
        expect(wide[0] < mid[0] && mid[1] < wide[1]).toBe(true);
      }),
      { seed: 5, numRuns: 100 },
    );
  });

  it("calls no change a change in at most 5% of counts (exact size, by enumeration)", () => {
    let largest = 0;
    for (const exposure of [4 / 7, 1, 3]) {
      for (let n = 1; n <= 60; n++) {
        const share = exposure / (1 + exposure);
        let size = 0;
        for (let k = 0; k <= n; k++) {
          const { p = 1 } = central.compare(frozen([n - k]), frozen([k], [exposure]), 0.95);
          if (p <= 0.05) size += Math.exp(hc.logBinomial(k, n, share));
        }
        largest = Math.max(largest, size);
      }
    }
    expect(largest).toBeLessThanOrEqual(0.05);
    expect(largest).toBeGreaterThan(0.04);
  });

  it("has no estimate without an event before, and no upper bound", () => {
    const found = central.compare(frozen([0], [7]), frozen([6], [4]), 0.95);
    expect(found.estimate).toBeUndefined();
    // the lower limit of a share of 6 of 6 is .025^(1/6)
    const share = 0.025 ** (1 / 6);
    expect(found.interval?.[1]).toBeNull();
    expectDigits(found.interval?.[0] ?? 0, (share / (1 - share)) * (7 / 4), 11);
    expect(found.reading).toBe("6 events against 0: at least 2.0605 times the rate, p = 0.0046");
  });

  it("is 0 with a lower bound of 0 without an event after", () => {
    const found = central.compare(frozen([6], [4]), frozen([0], [7]), 0.95);
    expect(found.estimate).toBe(0);
    expect(found.interval?.[0]).toBe(0);
    expectDigits(found.p ?? 0, 2 * (4 / 11) ** 6, 12);
  });

  it("throws where there is no event on either side", () => {
    for (const one of [central, midP]) {
      expect(() => one.compare(frozen([0]), frozen([0, 0]), 0.95)).toThrow(
        new hc.InputError("rateRatio: no event on either side"),
      );
    }
  });
});

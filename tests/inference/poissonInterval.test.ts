import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as hc from "../../src/index.js";
import { expectDigits } from "../close.js";
import { frozen } from "./contract.js";

const garwood = hc.poissonInterval("garwood");
const blaker = hc.poissonInterval("blaker");
const midP = hc.poissonInterval("mid-p");

describe("the interval of a rate", () => {
  it("of 16 attacks in 24 days cannot be told from four to six a week", () => {
    const found = garwood.test(frozen([16], [24 / 7]), 0.95);
    expect(found.reading).toBe("16 events: a rate of 4.67 [2.67, 7.58]");
    expect(found.n).toBe(16);
  });

  it("without an event ends at minus the log of the tail", () => {
    const found = garwood.test(frozen([0], [1]), 0.95);
    expect(found.interval?.[0]).toBe(0);
    expectDigits(found.interval?.[1] ?? 0, -Math.log(0.025), 13);
    expect(found.reading).toBe("0 events: a rate of 0.00 [0.00, 3.69]");
  });

  it("does not change when the same events are told in more periods", () => {
    expect(garwood.test(frozen([4, 0, 12], [1, 1, 2]), 0.95)).toEqual(garwood.test(frozen([16], [4]), 0.95));
  });

  it("covers as much as it says, or more, for every mean from .1 to 50 (Garwood and Blaker, by enumeration)", () => {
    for (const [one, level] of [
      [garwood, 0.8],
      [garwood, 0.95],
      [blaker, 0.8],
      [blaker, 0.95],
    ] as const) {
      const bounds = Array.from({ length: 160 }, (_, k) => one.test(frozen([k]), level).interval ?? [0, 0]);
      let least = 1;
      for (let mean = 0.1; mean <= 50; mean += 0.1) {
        let covered = 0;
        bounds.forEach(([low, high], k) => {
          if (low <= mean && mean <= (high ?? Infinity)) covered += Math.exp(hc.logPoisson(k, mean));
        });
        least = Math.min(least, covered);
      }
      expect(least).toBeGreaterThanOrEqual(level);
      expect(least).toBeLessThan(level + 0.02);
    }
  });

  it("covers as much as it says on average, and less than that at some means (mid-p)", () => {
    const bounds = Array.from({ length: 160 }, (_, k) => midP.test(frozen([k]), 0.95).interval ?? [0, 0]);
    const coverages: number[] = [];
    for (let mean = 2; mean <= 50; mean += 0.1) {
      let covered = 0;
      bounds.forEach(([low, high], k) => {
        if (low <= mean && mean <= (high ?? Infinity)) covered += Math.exp(hc.logPoisson(k, mean));
      });
      coverages.push(covered);
    }
    const average = coverages.reduce((sum, one) => sum + one, 0) / coverages.length;
    expect(Math.abs(average - 0.95)).toBeLessThan(0.005);
    expect(Math.min(...coverages)).toBeLessThan(0.95);
  });

  it("holds the estimate, widens with the level, and is shorter by mid-p", () => {
    fc.assert(
      fc.property(fc.nat(400), fc.double({ min: 0.01, max: 100, noNaN: true }), (count, exposure) => {
        const of = (one: hc.Test, level: number): readonly [number, number] => {
          const [low, high] = one.test(frozen([count], [exposure]), level).interval ?? [0, null];
          return [low, high ?? Infinity];
        };
        const [narrow, wide, mid] = [of(garwood, 0.9), of(garwood, 0.95), of(midP, 0.95)];
        const rate = count / exposure;
        expect(narrow[0] <= rate && rate <= narrow[1]).toBe(true);
        expect(wide[0] < narrow[0] || count === 0).toBe(true);
        expect(wide[1]).toBeGreaterThan(narrow[1]);
        expect(mid[0] > wide[0] || count === 0).toBe(true);
        expect(mid[1]).toBeLessThan(wide[1]);
        expect(mid[0] <= rate && rate <= mid[1]).toBe(true);
      }),
      { seed: 1, numRuns: 150 },
    );
  });

  it("scales with the unit of exposure", () => {
    const [weeks, days] = [garwood.test(frozen([16], [24 / 7]), 0.95), garwood.test(frozen([16], [24]), 0.95)];
    expectDigits(weeks.interval?.[0] ?? 0, 7 * (days.interval?.[0] ?? 0), 14);
    expectDigits(weeks.interval?.[1] ?? 0, 7 * (days.interval?.[1] ?? 0), 14);
  });

  it("of Blaker lies within Garwood's, and within its own of a higher level", () => {
    fc.assert(
      fc.property(fc.nat(2000), fc.double({ min: 0.5, max: 0.999, noNaN: true }), (count, level) => {
        const of = (one: hc.Test, at: number): readonly number[] =>
          (one.test(frozen([count]), at).interval ?? []).map((end) => end ?? Infinity);
        const [inner, outer, wide] = [of(blaker, level), of(garwood, level), of(blaker, level + (1 - level) / 3)];
        for (const [low, high] of [outer, wide]) {
          // Two levels may end at one jump, found to the last digit but one.
          expect(inner[0]).toBeGreaterThanOrEqual(low * (1 - 1e-13));
          expect(inner[1]).toBeLessThanOrEqual(high * (1 + 1e-13));
        }
        expect(inner[0] <= count && count <= inner[1]).toBe(true);
      }),
      { seed: 5, numRuns: 200 },
    );
  });

  it("of Blaker ends at a jump of acceptability where it has a hole there", () => {
    // From its definition: the chance of counts whose smaller tail is no larger than that of the count seen.
    const acceptability = (count: number, mean: number): number => {
      const smaller = (k: number): number => Math.min(...Object.values(hc.poissonTails(k, mean)));
      let sum = 0;
      for (let k = 0; k < 120; k++) if (smaller(k) <= smaller(count) + 1e-12) sum += Math.exp(hc.logPoisson(k, mean));
      return sum;
    };
    let jumps = 0;
    for (let count = 1; count <= 40; count++) {
      const [low, high] = blaker.test(frozen([count]), 0.95).interval ?? [0, 0];
      const [under, above] = [low * (1 - 1e-9), (high ?? 0) * (1 + 1e-9)].map((mean) => acceptability(count, mean));
      expect(Math.max(under, above)).toBeLessThanOrEqual(0.05);
      expect(acceptability(count, low * (1 + 1e-9))).toBeGreaterThan(0.05);
      expect(acceptability(count, (high ?? 0) * (1 - 1e-9))).toBeGreaterThan(0.05);
      if (under < 0.0499 || above < 0.0499) jumps++;
    }
    expect(jumps).toBeGreaterThan(5);
  });

  it("of Blaker without an event ends below Garwood's, and holds to a billion events", () => {
    expect(blaker.test(frozen([0], [1]), 0.95).interval?.[0]).toBe(0);
    expect(blaker.test(frozen([0], [1]), 0.95).interval?.[1]).toBeLessThan(-Math.log(0.025));
    const [low, high] = blaker.test(frozen([1e9], [1]), 0.95).interval ?? [0, 0];
    expectDigits((1e9 - low) / Math.sqrt(1e9), hc.normalQuantile(0.975), 3);
    expectDigits(((high ?? 0) - 1e9) / Math.sqrt(1e9), hc.normalQuantile(0.975), 3);
  });
});

describe("Blaker's interval", () => {
  it("is of whole counts only", () => {
    expect(() => hc.poissonInterval("blaker").test({ values: [2.5], exposure: [1] }, 0.95)).toThrow(
      new hc.InputError("poissonInterval: blaker needs whole counts, got 2.5"),
    );
  });
});

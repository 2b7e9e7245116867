import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as hc from "../../src/index.js";
import { expectDigits } from "../close.js";
import known from "../fixtures/oneStretch.json" with { type: "json" };
import { expectPlain, frozen } from "./contract.js";

const drawn = hc.overdispersion({ draws: 999, seed: 7 });
const score = hc.overdispersion("score");
const ratio = hc.overdispersion("likelihood-ratio");
const months = fc.array(fc.nat(9), { minLength: 2, maxLength: 6 }).filter((all) => all.some((one) => one > 0));

/** The 100 years of R's discoveries (McNeil 1977), as the fixture holds them. */
const discoveries = frozen(known.score[0].values);

describe("overdispersion", () => {
  it("given the total of four events in three months is counted on paper", () => {
    // 3^4 = 81 ways; all four in one month: 3 of them
    const found = drawn.test(frozen([4, 0, 0]), 0.95);
    expectDigits(found.p ?? 0, 3 / 81, 13);
    expectDigits(found.estimate ?? 0, 4, 14);
    // nothing is more even than one event a month
    expectDigits(drawn.test(frozen([1, 1, 1]), 0.95).p ?? 0, 1, 13);
  });

  it("is 0 by Dean's score where each event is alone, and its root by hand", () => {
    // mean 2: squares 4 + 0 + 4, less 6, plus 6 / 3 for the estimated rate, over the root of 2 * 12
    const found = score.test(frozen([4, 2, 0]), 0.95);
    expectDigits(found.statistic ?? 0, (8 - 6 + 2) / Math.sqrt(24), 14);
    expect(found.reading).toBe("3 periods, 6 events: variance 2.00 times the mean, p = 0.21 (Dean's score test)");
  });

  it("of great discoveries is clear by every test (R: index 1.64, Pearson 162.26, p = 6.3e-5)", () => {
    const pearson = hc.dispersion().test(discoveries, 0.95);
    expectDigits(pearson.statistic ?? 0, 162.258064516129, 13);
    for (const one of [drawn, score, ratio]) expect(one.test(discoveries, 0.95).p ?? 1, one.name).toBeLessThan(0.005);
    expect(hc.poissonness({ draws: 999, seed: 1 }).test(discoveries, 0.95).p ?? 1).toBeLessThan(0.05);
    expect(ratio.test(discoveries, 0.95).reading).toMatch(
      /^100 periods, 310 events: variance the mean plus 0\.\d\d \[/,
    );
  });

  it("leaves 0 out of its profile interval exactly when its one-sided p is below half of 1 - level", () => {
    fc.assert(
      fc.property(months, fc.constantFrom(0.8, 0.9, 0.95), (values, level) => {
        const found = ratio.test(frozen(values), level);
        expect((found.p ?? 1) < (1 - level) / 2).toBe((found.interval?.[0] ?? 0) > 0);
        expect((found.interval?.[0] ?? 0) <= (found.estimate ?? -1)).toBe(true);
        expect((found.interval?.[1] ?? 0) > (found.estimate ?? -1)).toBe(true);
      }),
      { seed: 3, numRuns: 150 },
    );
  });

  it("does not care for the unit of exposure, nor for order", () => {
    for (const one of [drawn, score, ratio]) {
      const [days, weeks, back] = [
        one.test(frozen([6, 1, 0, 2], [31, 28, 31, 30]), 0.95),
        one.test(frozen([6, 1, 0, 2], [31 / 7, 28 / 7, 31 / 7, 30 / 7]), 0.95),
        one.test(frozen([2, 0, 1, 6], [30, 31, 28, 31]), 0.95),
      ];
      for (const other of [weeks, back]) {
        expectDigits(other.p ?? 0, days.p ?? 1, 9, one.name);
        expectDigits(other.estimate ?? 0, days.estimate ?? 1, 8, one.name);
      }
    }
  });

  it("given the total never rejects true Poisson counts more often than it says", () => {
    // Every arrangement of 8 events over 5 months, with its chance: size at each attainable p.
    const sizes = new Map<number, number>();
    const all = (left: number, places: number): number[][] =>
      places === 1
        ? [[left]]
        : Array.from({ length: left + 1 }, (_, k) => all(left - k, places - 1).map((rest) => [k, ...rest])).flat();
    for (const values of all(8, 5)) {
      const p = drawn.test(frozen(values), 0.95).p ?? 1;
      const log = values.reduce((sum, k) => sum + hc.logPoisson(k, 8 / 5), -hc.logPoisson(8, 8));
      sizes.set(p, (sizes.get(p) ?? 0) + Math.exp(log));
    }
    for (const level of [0.01, 0.05, 0.2]) {
      const size = [...sizes].filter(([p]) => p <= level + 1e-12).reduce((sum, [, chance]) => sum + chance, 0);
      expect(size).toBeLessThanOrEqual(level + 1e-9);
      expect(size).toBeGreaterThan(level / 10);
    }
  });

  it("by draws nears the exact p, is the same for the same seed, and says how it was found", () => {
    const many = hc.overdispersion({ draws: 20_000, seed: 5 });
    // 12 events over 9 months: C(20, 8) = 125,970 arrangements, exact; 40 over 9: 377 million, drawn.
    const stretch = frozen([9, 2, 7, 1, 6, 0, 8, 3, 4]);
    const found = many.test(stretch, 0.95);
    expect(found.reading).toContain("(20000 draws, given the total)");
    expect(many.test(stretch, 0.95)).toEqual(found);
    // The chi-square p, with a mean of 4.4, is within a few thousandths.
    expect(Math.abs((found.p ?? 0) - (hc.dispersion().test(stretch, 0.95).p ?? 1))).toBeLessThan(0.005);
    expect(hc.overdispersion({ draws: 20_000, seed: 6 }).test(stretch, 0.95).p).not.toBe(found.p);
  });

  it("says that nothing varies where nothing happened, and is plain", () => {
    for (const one of [drawn, score, ratio]) {
      expect(one.test(frozen([0, 0]), 0.95).reading).toBe("no events in 2 periods: nothing to vary");
      for (const values of [
        [0, 0, 1],
        [3, 3, 3],
        [1e6, 0, 2],
        [0, 0, 0],
      ])
        expectPlain(() => one.test(frozen(values), 0.95));
    }
    expect(ratio.test(frozen([3, 3, 3]), 0.95).p).toBe(1);
  });

  it("leaves a month without exposure out, and refuses events in one, parts of events and no draws", () => {
    expectDigits(drawn.test(frozen([4, 0, 0], [1, 1, 0]), 0.95).p ?? 0, drawn.test(frozen([4, 0]), 0.95).p ?? 1, 12);
    expect(() => drawn.test(frozen([1, 2.5]), 0.95)).toThrow(
      new hc.InputError("overdispersion: needs whole counts from 0, got 2.5 (period 2)"),
    );
    expect(() => score.test(frozen([1, 2], [1, 0]), 0.95)).toThrow(
      new hc.InputError("overdispersion: needs exposure where events are, got 0 (period 2)"),
    );
    expect(() => hc.overdispersion({ draws: 0, seed: 1 })).toThrow(
      new hc.InputError("overdispersion: draws needs a whole number from 1, got 0"),
    );
  });
});

describe("a few events in very many periods", () => {
  it("are drawn, not gone through one by one", () => {
    const values = Array.from({ length: 20_000 }, (_, t) => (t === 3 ? 1 : 0));
    const found = hc.overdispersion({ draws: 99, seed: 1 }).test({ values, exposure: values.map(() => 1) }, 0.95);
    expect(found.reading).toBe(
      "20000 periods, 1 event: variance 1.00 times the mean, p = 1 (99 draws, given the total)",
    );
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as hc from "../../src/index.js";
import { hamedRao } from "../../src/inference/hamedRao.js";
import { kendallTails } from "../../src/inference/kendallTails.js";
import { random } from "../../src/math/random.js";
import { expectDigits } from "../close.js";
import { expectPlain, frozen } from "./contract.js";

const trend = hc.mannKendall({ correction: "none" });
const corrected = hc.mannKendall({ correction: "hamed-rao" });
const untied = fc.uniqueArray(fc.nat(1000), { minLength: 4, maxLength: 70 });
const counts = fc.array(fc.nat(4), { minLength: 4, maxLength: 70 }).filter((all) => new Set(all).size > 1);

describe("the Mann–Kendall test", () => {
  it("of four rising months is 2 of the 24 orders, and its slope the median of six", () => {
    // slopes 1, 1.5, 2, 2, 2.5, 3
    const found = trend.test(frozen([1, 2, 4, 7]), 0.9);
    expectDigits(found.p ?? 0, 2 / 24, 14);
    expect(found.statistic).toBe(6);
    expect(found.estimate).toBe(2);
    expect(found.interval).toEqual([1, 3]);
    expect(found.reading).toBe(
      "4 periods: the rate changes by 2.00 [1.00, 3.00] from one to the next, tau 1.00, p = 0.083",
    );
  });

  it("gives no interval where no order would be clear", () => {
    const found = trend.test(frozen([1, 2, 4, 7]), 0.95);
    expect(found.interval).toBeUndefined();
    expect(found.reading).toContain("2.00 (too few for an interval)");
  });

  it("without ties leaves 0 out of its interval exactly when p is below 1 - level", () => {
    fc.assert(
      fc.property(untied, fc.constantFrom(0.5, 0.8, 0.95), fc.constantFrom(trend, corrected), (values, level, one) => {
        const { p, interval } = one.test(frozen(values), level);
        fc.pre(p !== undefined);
        const [low, high] = interval ?? [-1, 1];
        expect((p ?? 1) < 1 - level).toBe(low > 0 || (high ?? 0) < 0);
      }),
      { seed: 11, numRuns: 200 },
    );
  });

  it("with ties leaves 0 out only when p is below 1 - level", () => {
    fc.assert(
      fc.property(counts, fc.constantFrom(0.5, 0.8, 0.95), (values, level) => {
        const { p, interval } = trend.test(frozen(values), level);
        const [low, high] = interval ?? [-1, 1];
        if (low > 0 || (high ?? 0) < 0) expect(p).toBeLessThan(1 - level);
      }),
      { seed: 12, numRuns: 200 },
    );
  });

  it("turns its sign when time runs backwards, and follows the unit of exposure", () => {
    const values = [4, 0, 7, 2, 9, 9, 3, 12, 8];
    const [on, back, weeks] = [
      trend.test(frozen(values), 0.9),
      trend.test(frozen([...values].reverse()), 0.9),
      trend.test(
        frozen(
          values,
          values.map(() => 1 / 7),
        ),
        0.9,
      ),
    ];
    expect(back.statistic).toBe(-(on.statistic ?? 0));
    expect(back.p).toBe(on.p);
    expect(back.interval?.[0]).toBe(-(on.interval?.[1] ?? 0));
    expectDigits(weeks.estimate ?? 0, 7 * (on.estimate ?? 0), 13);
    expect(weeks.p).toBe(on.p);
  });

  it("looks at rates: three months with more days are no rise", () => {
    const found = trend.test(frozen([10, 20, 30, 41], [10, 20, 30, 40]), 0.95);
    expect(found.statistic).toBe(3);
    expect(found.estimate).toBeCloseTo(0.025 / 6, 3);
  });

  it("is near the normal approximation at 60 months, where that takes over", () => {
    const values = Array.from({ length: 60 }, (_, i) => i + 40 * ((i * 7) % 5));
    const exact = trend.test(frozen(values), 0.95);
    // The same 60 months by the normal approximation with its continuity correction
    const z = (Math.abs(exact.statistic ?? 0) - 1) / Math.sqrt((60 * 59 * 125) / 18);
    expect(Math.abs((exact.p ?? 0) - 2 * Math.exp(hc.normalUpper(z)))).toBeLessThan(0.001);
  });

  it("doubts a trend more when months resemble the ones before, as Hamed and Rao would", () => {
    // A slow wave with a drift: neighbours are alike
    const values = Array.from({ length: 48 }, (_, i) => Math.round(50 + 0.3 * i + 20 * Math.sin(i / 4)));
    expect(hamedRao(values)).toBeGreaterThan(1.5);
    expect(corrected.test(frozen(values), 0.95).p ?? 0).toBeGreaterThan(trend.test(frozen(values), 0.95).p ?? 1);
    // Nothing clear about the slope: nothing to widen
    expect(hamedRao([3, 1, 4, 1, 5])).toBe(1);
  });

  it("by Hamed and Rao still rejects too often when months are autocorrelated, as it says", () => {
    const uniform = random(6);
    const normal = (): number => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
    const rejected = [0, 0];
    for (let run = 0; run < 200; run++) {
      let state = normal();
      const values = Array.from({ length: 48 }, () => {
        state = 0.5 * state + Math.sqrt(0.75) * normal();
        return Math.round(100 + 20 * state);
      });
      [trend, corrected].forEach((one, i) => {
        if ((one.test(frozen(values), 0.95).p ?? 1) < 0.05) rejected[i]++;
      });
    }
    expect(rejected[1]).toBeLessThan(rejected[0]);
    expect(rejected[1] / 200).toBeGreaterThan(0.1);
    expect(rejected[1] / 200).toBeLessThan(0.3);
    expect(corrected.test(frozen([1, 5, 2, 8]), 0.95).assumes[0]).toContain(
      "p is still too small where periods resemble their neighbours",
    );
  });

  it("says so where there is no trend to test", () => {
    expect(trend.test(frozen([2, 2, 2]), 0.95).reading).toBe("3 periods, all at one rate: no trend to test");
    for (const one of [trend, corrected])
      for (const values of [
        [0, 0, 1],
        [1e9, 3, 0, 0],
        [5, 5, 5],
        [1, 9, 1, 9, 1, 9, 1, 9, 1, 9],
      ])
        expectPlain(() => one.test(frozen(values), 0.95));
  });

  it("refuses a month without exposure", () => {
    expect(() => trend.test(frozen([1, 2, 3], [1, 0, 1]), 0.95)).toThrow(
      new hc.InputError("mannKendall: needs exposure above 0 in every period, got 0 (period 2)"),
    );
  });

  it("spreads its exact p over its tails: from 1 down, for ties of any order", () => {
    const tails = kendallTails([3, 1, 2]);
    expect(tails[0]).toBeCloseTo(1, 14);
    expect([...tails].every((tail, i) => i === 0 || tail <= tails[i - 1])).toBe(true);
    // 6! / (3! 2!) = 60 orders, of which two are the ends
    expectDigits(tails[11], 2 / 60, 14);
    const other = kendallTails([1, 2, 3]);
    tails.forEach((tail, i) => {
      expectDigits(other[i], tail, 13);
    });
  });
});

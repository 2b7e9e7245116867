import { describe, expect, it } from "vitest";
import { sampleNb1 } from "../../src/distributions/sampleNb1.js";
import * as hc from "../../src/index.js";
import { random } from "../../src/math/random.js";
import { yearly } from "./yearly.js";

const steps = [3, 2, 4, 3, 2, 3, 9, 11, 8, 10, 12, 9, 1, 0, 1, 2, 0, 1];
const options = { cost: "poisson", penalty: "bic", minimum: 1, level: 0.95 } as const;

describe("a series cut into stretches", () => {
  it("has a rate and an interval in each, and says so", () => {
    const [found] = hc.segment(yearly(steps), options);
    expect(found.reading).toBe(
      "18 periods: 2 changes worth a penalty of 5.8: 2.83 [1.65, 4.54] at first, 9.83 [7.49, 12.68] from 1857-01-01, 0.83 [0.27, 1.94] from 1863-01-01",
    );
    expect(found.segments[1]).toMatchObject({ since: "1857-01-01", until: "1863-01-01", periods: 6, n: 59 });
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
  });

  it("names where its penalty comes from", () => {
    const penalties = ["bic", "aic", "mbic", 7, { chance: 0.05, seed: 1, draws: 199 }] as const;
    const found = penalties.map((penalty) => hc.segment(yearly(steps), { ...options, penalty })[0].penalty);
    expect(found.map((one) => one.source)).toEqual([
      "bic: 2 log(18)",
      "aic: 2 times 2",
      "mbic: 3 log(18), and the log of its share of the periods for each stretch",
      "as stated",
      "splits 5% of series without a change (199 draws)",
    ]);
    expect(found[3].value).toBe(7);
  });

  it("is split by chance no more often than was asked for", () => {
    const uniform = random(2);
    let split = 0;
    for (let i = 0; i < 100; i++) {
      const values = Array.from({ length: 24 }, () => sampleNb1(3, 1, uniform()));
      const penalty = { chance: 0.1, seed: i, draws: 99 };
      if (hc.segment(yearly(values), { ...options, penalty })[0].segments.length > 1) split++;
    }
    // Ten are due, with a standard error of 3.
    expect(split).toBeLessThan(20);
    expect(split).toBeGreaterThan(2);
  });

  it("heeds exposure: the same rate in a short month is no change", () => {
    const exposure = steps.map((_, t) => (t < 9 ? 1 : 5));
    const values = exposure.map((one) => 4 * one);
    expect(hc.segment(yearly(values, exposure), options)[0].segments).toHaveLength(1);
    expect(hc.segment(yearly(values), options)[0].segments).toHaveLength(2);
  });

  it("of overdispersed counts has fewer changes and wider intervals than of Poisson counts", () => {
    const values = [0, 14, 3, 22, 1, 9, 0, 2, 11, 0, 1, 6, 0, 3, 0, 1];
    const [strict] = hc.segment(yearly(values), options);
    const [loose] = hc.segment(yearly(values), { ...options, cost: "negbin" });
    expect(strict.segments.length).toBeGreaterThan(3);
    expect(loose.segments).toHaveLength(1);
    const [low, high] = loose.segments[0].interval;
    const [tight] = hc.test(yearly(values), [hc.poissonInterval("garwood")], { level: 0.95 });
    expect(low).toBeLessThan(tight.interval?.[0] ?? 0);
    expect(high).toBeGreaterThan(tight.interval?.[1] ?? Infinity);
  });

  it("throws on what cannot be", () => {
    const fault = (text: string): hc.InputError => new hc.InputError(`segment: ${text}`);
    const cut =
      (more: Partial<hc.SegmentOptions>, values: readonly number[] = steps) =>
      () =>
        hc.segment(yearly(values), { ...options, ...more });
    expect(cut({ minimum: 0 })).toThrow(fault("minimum needs a whole number from 1, got 0"));
    expect(cut({ cost: "meanvar" })).toThrow(fault("minimum needs a whole number from 2, got 1"));
    expect(cut({ minimum: 10 })).toThrow(fault("needs 20 periods, got 18"));
    expect(cut({ penalty: -1 })).toThrow(fault("penalty needs a number above 0, got -1"));
    expect(cut({ penalty: { chance: 0.01, seed: 1, draws: 50 } })).toThrow(
      fault("chance 0.01 needs at least 99 draws, got 50"),
    );
    expect(cut({}, [1, 2.5])).toThrow(fault("poisson needs whole counts from 0, got 2.5"));
    expect(cut({ cost: "negbin", spread: 0 })).toThrow(fault("spread needs a number above 0, got 0"));
  });
});

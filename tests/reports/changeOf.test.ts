import { describe, expect, it } from "vitest";
import { powerOfRatio, quasiPoisson, rateRatio, type Series } from "../../src/index.js";
import { changeOf, easeOf, powerOfChange } from "../../src/reports/changeOf.js";
import { expectDigits } from "../close.js";

const recipe = { where: [], by: [], every: "month", measure: "events" } as const;
const series = (...values: readonly number[]): Series => {
  return { key: {}, recipe, from: "abc", start: "2020-01-01", values, exposure: values.map(() => 1) };
};
const exactOf = (before: Series, after: Series) => rateRatio("central").compare(before, after, 0.95).interval;
const wideOf = (before: Series, after: Series) => quasiPoisson().compare(before, after, 0.95).interval;

const [lumpy, calm] = [series(2, 30, 5, 23), series(1, 14, 3)];
const [even, evenly] = [series(10, 11, 9, 10), series(5, 5, 6)];

describe("a change between two stretches", () => {
  it("has its counts, the exposure of the later over the earlier, the ratio of rates and the spread inside both", () => {
    const found = changeOf(series(2, 4, 6), series(5, 7), 0.95);
    expect(found).toMatchObject({ n: 24, counts: [12, 12], odds: 2 / 3, estimate: 1.5 });
    // Pearson: (4 + 0 + 4) / 4 before, (1 + 1) / 6 after, on three degrees of freedom
    expectDigits(found.phi, (2 + 1 / 3) / 3, 14);
  });

  it("has the interval that allows for the spread, where months vary more than Poisson counts", () => {
    const found = changeOf(lumpy, calm, 0.95);
    expect(found.phi).toBeGreaterThan(5);
    expect(found.interval).toEqual(wideOf(lumpy, calm));
    expect(found.reading).toContain("times the rate with the spread seen, [");
  });

  it("has the exact interval, where months vary less", () => {
    const found = changeOf(even, evenly, 0.95);
    expect(found.phi).toBeLessThan(0.2);
    expect(found.interval).toEqual(exactOf(even, evenly));
    expect(found.interval).not.toEqual(wideOf(even, evenly));
  });

  it("allows for the spread also where one side has no event: the exact interval of counts divided by it", () => {
    const [gone, none] = [series(20, 0, 0, 20, 0), series(0, 0, 0)];
    const found = changeOf(gone, none, 0.95);
    // Pearson: 3 * 8 + 2 * 18 = 60, on six degrees of freedom
    expectDigits(found.phi, (3 * 8 + (2 * 12 ** 2) / 8) / 6, 14);
    const whole = (count: number, periods: number) => ({ values: [count], exposure: [periods] });
    const scaled = rateRatio("central").compare(whole(40 / found.phi, 5), whole(0, 3), 0.95).interval;
    expect(found.interval).toEqual(scaled);
    expect(exactOf(gone, none)?.[1]).toBeLessThan(0.2);
    expect(found.interval[1]).toBeGreaterThan(1);
    expect(changeOf(none, gone, 0.95).interval[0]).toBeLessThan(1);
    expect(changeOf(gone, none, 0.95).reading).toContain("with the spread seen");
  });

  it("is wider at a higher level", () => {
    const [low, high] = changeOf(lumpy, calm, 0.9).interval;
    const [lower, higher] = changeOf(lumpy, calm, 0.99).interval;
    expect(lower).toBeLessThan(low);
    expect(higher ?? 0).toBeGreaterThan(high ?? Infinity);
  });

  it("could have failed seldom or hardly where the change asked about is seldom told", () => {
    expect([0.95, 0.5, 0.37, 0.1, 0.04, 0.004].map(easeOf)).toEqual(["yes", "yes", "seldom", "seldom", "hardly", "no"]);
  });

  it("keeps the exact interval where nothing came after: 36 events and then none are a fall", () => {
    const [before, after] = [series(9, 8, 10, 9), series(0, 0)];
    const found = changeOf(before, after, 0.95);
    expect(found).toMatchObject({ counts: [36, 0], estimate: 0 });
    expect(found.interval).toEqual(exactOf(before, after));
    // 36 events none of which fell in a third of the time: (0.025^(-1/36) - 1) / odds
    expectDigits(found.interval[1] ?? 0, (0.025 ** (-1 / 36) - 1) / 0.5, 8);
    expect(found.interval[1]).toBeLessThan(1);
    expect(found.reading).toMatch(
      /^0 in 2 months after 36 in 4: 0\.0000 \[0\.0000, 0\.2158\] times the rate if Poisson/,
    );
  });

  it("keeps the exact lower bound, and has no estimate, where nothing came before", () => {
    const [before, after] = [series(0, 0, 0), series(6, 9)];
    const found = changeOf(before, after, 0.95);
    expect(found.estimate).toBeUndefined();
    expect(found.interval).toEqual(exactOf(before, after));
    expect(found.interval[0]).toBeGreaterThan(1);
    expect(found.interval[1]).toBeNull();
    expect(found.reading).toMatch(/^15 in 2 months after 0 in 3: at least 5\.\d{4} times the rate/);
  });

  it("says nothing of the ratio without an event on either side", () => {
    expect(changeOf(series(0, 0, 0), series(0, 0), 0.95)).toEqual({
      ...{ n: 0, counts: [0, 0], odds: 2 / 3, phi: 0, interval: [0, null] },
      reading: "0 in 2 months after 0 in 3: no event on either side",
    });
  });
});

describe("how often a change would be told from none", () => {
  const change = { n: 60, counts: [40, 20], odds: 0.75, phi: 1, interval: [0, null], reading: "" } as const;

  it("is the exact test's power where counts are Poisson, or more even than that", () => {
    const exact = powerOfRatio({ n: 60, odds: 0.75, ratio: 2, level: 0.95 });
    expect(exact).toBeGreaterThan(0.5);
    expect(powerOfChange(change, 2, 0.95)).toBe(exact);
    expect(powerOfChange({ ...change, phi: 0.3 }, 2, 0.95)).toBe(exact);
  });

  it("falls as the counts vary more", () => {
    const powers = [1, 2, 4, 8].map((phi) => powerOfChange({ ...change, phi }, 2, 0.95));
    for (const t of [1, 2, 3]) expect(powers[t]).toBeLessThan(powers[t - 1]);
    expect(powers[1]).toBe(powerOfRatio({ n: 30, odds: 0.75, ratio: 2, level: 0.95 }));
    expect(powerOfChange({ ...change, phi: 1000 }, 2, 0.95)).toBe(0);
  });
});

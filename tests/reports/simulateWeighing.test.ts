import { describe, expect, it } from "vitest";
import type { Stretch } from "../../src/index.js";
import { simulateWeighing } from "../../src/reports/simulateWeighing.js";
import { expectDigits } from "../close.js";

const stretch = (values: readonly number[]): Stretch => ({ values, exposure: values.map(() => 30) });
const block = (like: string, past: readonly number[]) => ({
  ...{ zone: "coast", like, past: stretch(past), target: stretch([0, 0, 0]) },
  periods: ["2020-08-01", "2020-09-01", "2020-10-01"],
});
const low = { id: "low", blocks: [block("low", [10, 11, 9, 10])] };
const high = { id: "high", blocks: [block("high", [60, 62, 58, 61])] };
const options = { draws: 300, seed: 11, phis: [1, 2], drift: 0 };

describe("data made under each explanation", () => {
  it("have the totals that their past leads to expect", () => {
    const [one, other] = simulateWeighing([low, high], options);
    // three months at 10 and at 60 a month
    expect(Math.abs(one.totals["coast"].expected - 30)).toBeLessThan(2.5);
    expect(Math.abs(other.totals["coast"].expected - 181)).toBeLessThan(7);
    const [least, most] = one.totals["coast"].interval;
    expect(least).toBeGreaterThan(10);
    expect(least).toBeLessThan(24);
    expect(most).toBeGreaterThan(38);
    expect(most).toBeLessThan(60);
  });

  it("are taken for the explanation they were made under where the two are far apart", () => {
    expect(simulateWeighing([low, high], options).map((one) => one.picked)).toEqual([
      { low: 1, high: 0 },
      { low: 0, high: 1 },
    ]);
  });

  it("are mistaken now and then where the two are near", () => {
    const near = { id: "near", blocks: [block("near", [13, 14, 12, 13])] };
    const [one, other] = simulateWeighing([low, near], options).map((made) => made.picked);
    expect(one["low"]).toBeGreaterThan(0.6);
    expect(one["low"]).toBeLessThan(1);
    expect(other["near"]).toBeGreaterThan(0.6);
    expectDigits(one["low"] + one["near"], 1, 12);
  });

  it("are the same for the same seed and no other", () => {
    expect(simulateWeighing([low, high], options)).toEqual(simulateWeighing([low, high], options));
    expect(simulateWeighing([low, high], { ...options, seed: 12 })).not.toEqual(simulateWeighing([low, high], options));
  });
});

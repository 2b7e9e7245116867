import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as hc from "../../src/index.js";
import { expectDigits } from "../close.js";
import { counts, derived, share } from "./madeUp.js";

describe("change", () => {
  it("is how many more, or how many times, than the period before", () => {
    expect(derived(counts([20, 11, 22]), hc.change("difference", "period before"))).toEqual([null, -9, 11]);
    expect(derived(counts([20, 11, 22]), hc.change("ratio", "period before"))).toEqual([null, 0.55, 2]);
  });

  it("is against the same season of the year before", () => {
    const values = Array.from({ length: 14 }, (_, t) => t + 1);
    expect(derived(counts(values), hc.change("difference", "year before")).slice(11)).toEqual([null, 12, 12]);
    expect(derived(counts(values), hc.change("ratio", "year before")).slice(11)).toEqual([null, 13, 7]);
    const quarters = counts([4, 1, 1, 1, 6], { every: "quarter" });
    expect(derived(quarters, hc.change("ratio", "year before"))).toEqual([null, null, null, null, 1.5]);
  });

  it("has nothing to set the 53rd week or 29 February beside", () => {
    const weeks = counts(Array(106).fill(2), { every: "week", start: "2019-12-30" });
    const byWeek = derived(weeks, hc.change("ratio", "year before"));
    // 2020 has 53 weeks, 2021 has 52: week 1 of 2021 is the 54th here, and week 1 of 2022 the 106th
    expect(byWeek.slice(52, 54)).toEqual([null, 1]);
    expect(byWeek[105]).toBe(1);
    const days = counts(Array(800).fill(2), { every: "day", start: "2023-02-28" });
    const byDay = derived(days, hc.change("ratio", "year before"));
    // 28 February, 29 February and 1 March of 2024
    expect(byDay.slice(365, 368)).toEqual([1, null, 1]);
  });

  it("takes a cut period for the whole one it would have been", () => {
    const cut = counts([30, 10], { start: "2023-03-01", exposure: [31, 10] });
    expect(derived(cut, hc.change("difference", "period before"))[1]).toBe(10 / (10 / 30) - 30);
    expectDigits(derived(cut, hc.change("ratio", "period before"))[1] ?? 0, 1, 14);
  });

  it("has no ratio on 0, and no change from a share that is not defined", () => {
    expect(derived(counts([0, 0, 4, 0]), hc.change("ratio", "period before"))).toEqual([null, null, null, 0]);
    expect(derived(share([1, 0, 3], [2, 0, 4]), hc.change("difference", "period before"))).toEqual([null, null, null]);
    expect(derived(share([1, 3], [2, 4]), hc.change("difference", "period before"))).toEqual([null, 0.25]);
  });

  it("by differences leads back to where it began", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1e6), { minLength: 2, maxLength: 30 }), (values) => {
        const steps = derived(counts(values), hc.change("difference", "period before"));
        expect(steps.slice(1).reduce<number>((sum, step) => sum + (step ?? Number.NaN), values[0])).toBe(values.at(-1));
      }),
    );
  });

  it("says its unit", () => {
    const units = hc
      .derive([counts([1, 2])], [hc.change("ratio", "period before"), hc.change("difference", "period before")])
      .map(({ unit }) => unit);
    expect(units).toEqual(["times", "events per month"]);
  });
});

import { describe, expect, it } from "vitest";
import * as hc from "../../src/index.js";
import { expectDigits } from "../close.js";
import { counts, derived, share } from "./madeUp.js";

describe("varianceToMean", () => {
  it("is variance over mean of the last so many periods", () => {
    expect(derived(counts([2, 4, 6, 6]), hc.varianceToMean(3))).toEqual([null, null, 1, 4 / 3 / (16 / 3)]);
    expect(derived(counts([5, 5, 5]), hc.varianceToMean(2))).toEqual([null, 0, 0]);
  });

  it("weighs a cut period by its exposure: one rate throughout has no spread", () => {
    // a year, and a fifth of the next
    const cut = { every: "year", start: "2022-01-01", exposure: [365, 73] } as const;
    expect(derived(counts([50, 10], cut), hc.varianceToMean(2))[1]).toBe(0);
    // 60 in 1.2 years expects 50 and 10: 10²/50 + 10²/10
    expectDigits(derived(counts([40, 20], cut), hc.varianceToMean(2))[1] ?? 0, 12, 14);
  });

  it("is what the test of dispersion estimates on the same stretch", () => {
    const values = [8, 1, 14, 0, 5, 9];
    const { estimate } = hc.dispersion().test({ values, exposure: values.map(() => 1) }, 0.95);
    expectDigits(derived(counts(values), hc.varianceToMean(6))[5] ?? 0, estimate ?? 0, 14);
  });

  it("is not defined where nothing was counted", () => {
    expect(derived(counts([0, 0, 1]), hc.varianceToMean(2))).toEqual([null, null, 1]);
  });

  it("refuses shares and ratios, and a window that has no variance", () => {
    expect(() => hc.derive([share([1, 1], [2, 2])], [hc.varianceToMean(2)])).toThrow(
      new hc.InputError("varianceToMean: needs counts, got a ratio (share)"),
    );
    expect(() => hc.varianceToMean(1)).toThrow(
      new hc.InputError("varianceToMean: needs a whole number of periods from 2, got 1"),
    );
  });
});

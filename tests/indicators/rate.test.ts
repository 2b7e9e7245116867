import { describe, expect, it } from "vitest";
import * as hc from "../../src/index.js";
import { expectDigits } from "../close.js";
import { counts, derived, share } from "./madeUp.js";

describe("rate", () => {
  it("is the count over the days at risk, in the length asked for", () => {
    const cut = counts([16], { start: "2023-11-01", exposure: [24] });
    expectDigits(derived(cut, hc.rate("week"))[0] ?? 0, 14 / 3, 14);
    expectDigits(derived(cut, hc.rate("day"))[0] ?? 0, 2 / 3, 14);
    expectDigits(derived(cut, hc.rate("month"))[0] ?? 0, (16 / 24) * (365.2425 / 12), 14);
    expectDigits(derived(cut, hc.rate("quarter"))[0] ?? 0, (16 / 24) * (365.2425 / 4), 14);
    expectDigits(derived(cut, hc.rate("year"))[0] ?? 0, (16 / 24) * 365.2425, 14);
  });

  it("does not take a short month for a quiet one", () => {
    const [january, february] = derived(counts([31, 28], { start: "2023-01-01" }), hc.rate("day"));
    expect([january, february]).toEqual([1, 1]);
  });

  it("of a share is the share, of a ratio the ratio, and nothing on a whole of 0", () => {
    expect(derived(share([1, 0, 0], [4, 5, 0]), hc.rate("week"))).toEqual([0.25, 0, null]);
    const ratio = hc.over([counts([33, 0, 2], { measure: "deaths" })], [counts([16, 3, 0])]);
    expect(derived(ratio[0], hc.rate("year"))).toEqual([33 / 16, 0, null]);
  });

  it("says its unit", () => {
    const unit = (series: hc.Series): string => hc.derive([series], [hc.rate("week")])[0].unit;
    expect(unit(counts([1]))).toBe("events per week");
    expect(unit(counts([1], { measure: "deaths" }))).toBe("deaths per week");
    expect(unit(share([1], [2]))).toBe("share");
    expect(unit(hc.over([counts([1])], [counts([2], { measure: "deaths" })])[0])).toBe("events per death");
  });
});

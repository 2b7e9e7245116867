import { describe, expect, it } from "vitest";
import * as hc from "../../src/index.js";
import { counts, derived, share } from "./madeUp.js";

const deaths = counts([33, 0, 4], { measure: "deaths", key: { zone: "delta" } });
const events = counts([16, 3, 0], { key: { zone: "delta" } });

describe("over", () => {
  it("keeps what stands above as values and what stands below as exposure, and how each was counted", () => {
    expect(hc.over([deaths], [events])).toEqual([
      { ...deaths, recipe: { ...deaths.recipe, over: events.recipe }, exposure: [16, 3, 0] },
    ]);
  });

  it("matches series by key, whatever their order", () => {
    const other = counts([1, 1, 1], { key: { zone: "plateau" } });
    const below = counts([2, 4, 8], { key: { zone: "plateau" } });
    const ratios = hc.over([other, deaths], [events, below]);
    expect(ratios.map((one) => [one.key["zone"], one.exposure])).toEqual([
      ["plateau", [2, 4, 8]],
      ["delta", [16, 3, 0]],
    ]);
  });

  it("of a part over its whole takes the interval of a share", () => {
    const [finding] = hc.test(hc.over([counts([6])], [counts([11])]), [hc.share("wilson")], { level: 0.95 });
    expect(finding.reading).toBe("6 of 11: a share of 0.55 [0.28, 0.79]");
  });

  it("survives JSON, and rolls as a share does", () => {
    const [ratio] = hc.over([deaths], [events]);
    expect(JSON.parse(JSON.stringify(ratio))).toEqual(ratio);
    expect(derived(ratio, hc.rolling(2, "mean"))).toEqual([null, 33 / 19, 4 / 3]);
    expect(derived(ratio, hc.rolling(1, "mean"))).toEqual([33 / 16, 0, null]);
  });

  it("refuses two panels that were not counted alike", () => {
    const at = (change: object, values = [1, 2, 3]): hc.Series => counts(values, { key: { zone: "delta" }, ...change });
    const refusal = (text: string) => new hc.InputError(`over: needs series with the same ${text} (delta)`);
    const below =
      (series: hc.Series): (() => unknown) =>
      () =>
        hc.over([deaths], [series]);
    expect(below(at({ every: "week", start: "2020-01-06" }))).toThrow(refusal("period, got month and week"));
    expect(below(at({ start: "2020-02-01" }))).toThrow(refusal("first day, got 2020-01-01 and 2020-02-01"));
    expect(below(at({}, [1]))).toThrow(refusal("number of periods, got 3 and 1"));
    expect(below(at({ from: "feed" }))).toThrow(refusal("snapshot, got 0123abcd and feed"));
    expect(below(at({ exposure: [31, 29, 9] }))).toThrow(
      new hc.InputError("over: needs both counted over the same days, got 31 and 9 (delta)"),
    );
    expect(() => hc.over([deaths], hc.inPeriods([events]))).toThrow(
      new hc.InputError("over: needs both counted over the same days, got 31 and 1 (delta)"),
    );
  });

  it("refuses a key on one side only, and what already is a share or ratio", () => {
    expect(() => hc.over([deaths], [])).toThrow(
      new hc.InputError("over: needs the same series above and below, got 1 and 0"),
    );
    expect(() => hc.over([deaths], [counts([1, 2, 3])])).toThrow(
      new hc.InputError('over: {"zone":"delta"} stands only above'),
    );
    const refusal = new hc.InputError("over: needs counts above and below, got a share or ratio (delta)");
    expect(() => hc.over([deaths], [share([1, 1, 1], [2, 2, 2], { key: { zone: "delta" } })])).toThrow(refusal);
    expect(() => hc.over(hc.over([deaths], [events]), [events])).toThrow(refusal);
  });
});

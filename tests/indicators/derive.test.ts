import { describe, expect, it } from "vitest";
import * as hc from "../../src/index.js";
import { counts, share } from "./madeUp.js";

const doubled: hc.Indicator = {
  name: "doubled()",
  needs: 1,
  derive: ({ values }) => ({ unit: "events", values: values.map((value) => 2 * value) }),
};

describe("derive", () => {
  it("gives a row for each series and indicator, with the series' own key, recipe, snapshot and start", () => {
    const panel = [counts([1, 2], { key: { zone: "delta" } }), counts([0, 4], { key: { zone: "plateau" } })];
    const rows = hc.derive(panel, [doubled, hc.change("ratio", "period before")]);
    expect(rows.map(({ key, indicator, values }) => [key["zone"], indicator, values])).toEqual([
      ["delta", "doubled()", [2, 4]],
      ["delta", 'change("ratio", "period before")', [null, 2]],
      ["plateau", "doubled()", [0, 8]],
      ["plateau", 'change("ratio", "period before")', [null, null]],
    ]);
    expect(rows[2]).toEqual({
      ...{ key: { zone: "plateau" }, recipe: panel[1].recipe, from: "0123abcd", start: "2020-01-01" },
      ...{ indicator: "doubled()", unit: "events", values: [0, 8] },
    });
  });

  it("shows a plug-in numbers and seasons, and no key, date or file", () => {
    const seen: hc.Numbers[] = [];
    const spy: hc.Indicator = {
      ...doubled,
      derive: (numbers) => {
        seen.push(numbers);
        return { unit: "events", values: numbers.values };
      },
    };
    hc.derive([counts([5, 6], { start: "2023-12-01", exposure: [31, 10] })], [spy]);
    hc.derive([share([1, 2], [2, 8], { every: "week", start: "2020-12-28" })], [spy]);
    hc.derive(hc.over([counts([9], { measure: "deaths" })], [counts([3])]), [spy]);
    expect(seen).toEqual([
      {
        ...{ values: [5, 6], exposure: [31, 10], periods: [1, 10 / 31], every: "month", counted: "events" },
        ...{ years: [2023, 2024], seasons: ["12", "01"] },
      },
      {
        ...{ values: [1, 2], exposure: [2, 8], periods: [2, 8], every: "week", counted: "events", ratio: "share" },
        ...{ years: [2020, 2021], seasons: ["53", "1"] },
      },
      {
        ...{ values: [9], exposure: [3], periods: [3], every: "month", counted: "deaths", ratio: "deaths per event" },
        ...{ years: [2020], seasons: ["01"] },
      },
    ]);
  });

  it("refuses an empty question", () => {
    expect(() => hc.derive([], [doubled])).toThrow(new hc.InputError("derive: needs at least one series, got none"));
    expect(() => hc.derive([counts([1])], [])).toThrow(
      new hc.InputError("derive: needs at least one indicator, got none"),
    );
  });

  it("refuses exposure in periods, which would make a month a day; cut days and outages pass", () => {
    const panel = [counts([3, 4, 5], { key: { zone: "delta" } })];
    const refusal = new hc.InputError("derive: needs exposure in days, got periods (delta); derive before inPeriods()");
    const cut = [counts([3], { key: { zone: "delta" }, exposure: [20] })];
    for (const days of [panel, cut, [counts([3, 4], { key: { zone: "delta" } })]])
      expect(() => hc.derive(hc.inPeriods(days), [hc.rate("week")])).toThrow(refusal);
    expect(hc.derive([counts([3], { exposure: [1] })], [hc.rate("week")])[0].values).toEqual([21]);
    expect(hc.derive([counts([3, 4, 5], { exposure: [1, 20, 1] })], [hc.rate("day")])[0].values).toEqual([3, 0.2, 5]);
    expect(hc.derive([counts([3, 4, 5], { every: "day" })], [hc.rate("day")])[0].values).toEqual([3, 4, 5]);
  });

  it("refuses what is no count", () => {
    for (const value of [-1, Number.NaN, Infinity]) {
      expect(() => hc.derive([counts([0, value])], [doubled])).toThrow(
        new hc.DataError(`derive: needs counts from 0, got ${value} in 29 (all)`),
      );
    }
    expect(() => hc.derive([counts([1, 2], { exposure: [31, -29] })], [doubled])).toThrow(
      new hc.DataError("derive: needs counts from 0, got 2 in -29 (all)"),
    );
    expect(() => hc.derive([counts([1, 2], { exposure: [31] })], [doubled])).toThrow(
      new hc.DataError("derive: 2 values have 1 exposures (all)"),
    );
  });

  it("refuses a plug-in that gives too few numbers, or infinite ones", () => {
    const giving = (values: readonly number[]): hc.Indicator => ({ ...doubled, derive: () => ({ unit: "", values }) });
    expect(() => hc.derive([counts([1, 2])], [giving([1])])).toThrow(
      new hc.InputError("derive: doubled() needs to give 2 numbers, got 1"),
    );
    expect(() => hc.derive([counts([1, 2])], [giving([1, Infinity])])).toThrow(
      new hc.InputError(
        "derive: doubled() needs to give numbers, or NaN where it is not defined, got Infinity (2020-02-01)",
      ),
    );
  });
});

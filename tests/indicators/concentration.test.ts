import { describe, expect, it } from "vitest";
import * as hc from "../../src/index.js";
import { counts, share } from "./madeUp.js";

const zone = (name: string, values: readonly number[], change = {}): hc.Series =>
  counts(values, { key: { country: "Mali", zone: name }, ...change });
const panel = [zone("delta", [10, 0, 3]), zone("plateau", [5, 0, 0]), zone("segou", [5, 0, 0])];

describe("concentration", () => {
  it("makes one row of a panel, a number a period, nothing where nothing was counted", () => {
    expect(hc.concentration(panel, hc.herfindahl())).toEqual({
      ...{ key: { country: "Mali" }, recipe: panel[0].recipe, from: "0123abcd", start: "2020-01-01" },
      ...{ indicator: "herfindahl()", unit: "0 to 1", values: [0.375, null, 1] },
    });
  });

  it("does not depend on the order of the series", () => {
    for (const measure of [hc.herfindahl(), hc.gini()])
      expect(hc.concentration([...panel].reverse(), measure).values).toEqual(hc.concentration(panel, measure).values);
  });

  it("takes a measure made in a notebook", () => {
    const top: hc.Concentration = {
      ...{ name: "top()", needs: 1, unit: "0 to 1" },
      concentrate: (found) => Math.max(...found) / found.reduce((sum, one) => sum + one, 0),
    };
    expect(hc.concentration(panel, top).values).toEqual([0.5, null, 1]);
  });

  it("refuses series that were not counted alike", () => {
    const beside =
      (other: hc.Series): (() => unknown) =>
      () =>
        hc.concentration([panel[0], other], hc.gini());
    const refusal = (text: string) =>
      new hc.InputError(`concentration: needs series with the same ${text} (Mali/north)`);
    const named = (change: object, values = [1, 2, 3]): hc.Series => zone("north", values, change);
    expect(beside(named({ every: "week", start: "2020-01-06" }))).toThrow(refusal("period, got month and week"));
    expect(beside(named({ start: "2020-02-01" }))).toThrow(refusal("first day, got 2020-01-01 and 2020-02-01"));
    expect(beside(named({}, [1, 2]))).toThrow(refusal("number of periods, got 3 and 2"));
    expect(beside(named({ from: "feed" }))).toThrow(refusal("snapshot, got 0123abcd and feed"));
  });

  it("refuses shares, and what is no count", () => {
    const shares = [share([1], [2], { key: { zone: "a" } }), share([1], [2], { key: { zone: "b" } })];
    expect(() => hc.concentration(shares, hc.gini())).toThrow(
      new hc.InputError("concentration: needs counts, got a share or ratio (a)"),
    );
    expect(() => hc.concentration([panel[0], zone("north", [1, -2, 0])], hc.gini())).toThrow(
      new hc.DataError("concentration: needs counts from 0, got -2 (Mali/north)"),
    );
    expect(() => hc.concentration([], hc.gini())).toThrow(
      new hc.InputError("concentration: gini() needs at least 2 series, got 0"),
    );
  });
});

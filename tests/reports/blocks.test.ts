import { describe, expect, it } from "vitest";
import type { Hypothesis, Report, Series } from "../../src/index.js";
import { type Block, blocksOf, checkCells } from "../../src/reports/blocks.js";
import { fault } from "../store/trial.js";

const windows = {
  spring: { since: "2020-01-01", until: "2020-04-01", label: "spring" },
  summer: { since: "2020-04-01", until: "2020-06-01", label: "summer" },
  june: { since: "2020-06-01", until: "2020-07-01", label: "June" },
  july: { since: "2020-07-01", until: "2020-08-01", label: "July" },
  half: { since: "2020-07-01", until: "2020-07-15", label: "half of July" },
};
const report = { id: "ruritania-2020", windows } as unknown as Report;
const recipe = { where: [], by: ["zone"], every: "month", measure: "events" } as const;
const zoneOf = (zone: string, values: readonly number[]): Series => {
  return { key: { zone }, recipe, from: "abc", start: "2020-01-01", values, exposure: [31, 29, 31, 30, 31, 30, 31] };
};
const panel = [zoneOf("coast", [1, 2, 3, 4, 5, 6, 7]), zoneOf("hills", [10, 20, 30, 40, 50, 60, 70])];

type Told = readonly [zone: string, window: string, like: string];
const blocks = (...told: readonly Told[]): readonly Block[] => {
  const predicts: Hypothesis["predicts"] = told.map(([zone, window, like]) => ({ zone, window, like }));
  return blocksOf(report, panel, { id: "tide", label: "Tide", by: "us", says: "so", predicts });
};

describe("the blocks of an explanation", () => {
  it("hold the counts and days of the past and of what came", () => {
    expect(blocks(["hills", "june", "spring"])).toEqual([
      {
        ...{ zone: "hills", like: "spring", periods: ["2020-06-01"], target: { values: [60], exposure: [30] } },
        past: { values: [10, 20, 30], exposure: [31, 29, 31], periods: ["2020-01-01", "2020-02-01", "2020-03-01"] },
      },
    ]);
  });

  it("put the windows of one zone and one past together, in order of time", () => {
    const found = blocks(["coast", "july", "spring"], ["hills", "july", "spring"], ["coast", "june", "spring"]);
    expect(found.map(({ zone, periods, target }) => [zone, periods, target.values, target.exposure])).toEqual([
      ["coast", ["2020-06-01", "2020-07-01"], [6, 7], [30, 31]],
      ["hills", ["2020-07-01"], [70], [31]],
    ]);
  });

  it("keep the pasts of one zone apart", () => {
    const found = blocks(["coast", "june", "spring"], ["coast", "july", "summer"]);
    expect(found.map(({ like, past, periods }) => [like, past.values, periods])).toEqual([
      ["spring", [1, 2, 3], ["2020-06-01"]],
      ["summer", [4, 5], ["2020-07-01"]],
    ]);
  });

  it("may follow their past at once, but not begin before it is over", () => {
    expect(blocks(["coast", "june", "summer"])[0].periods).toEqual(["2020-06-01"]);
    expect(() => blocks(["coast", "june", "spring"], ["coast", "summer", "july"])).toThrow(
      fault("DataError", "weigh: tide forecasts 2020-04-01 from july, which is not over by then"),
    );
    expect(() => blocks(["coast", "july", "july"])).toThrow(
      fault("DataError", "weigh: tide forecasts 2020-07-01 from july, which is not over by then"),
    );
  });

  it("are refused for a region, whose zones have rates of their own", () => {
    expect(() => blocks(["inland", "july", "spring"])).toThrow(
      fault("DataError", "weigh: inland is a region; name its zones one by one"),
    );
  });

  it("are refused where a stretch cuts a month", () => {
    expect(() => blocks(["coast", "half", "spring"])).toThrow(
      fault("DataError", "weigh: tide needs stretches of whole months, got half"),
    );
  });
});

describe("checking that explanations can be compared", () => {
  const check = (...all: readonly (readonly Told[])[]): void =>
    checkCells(
      report,
      all.map((told, i) => ({ id: `h${i}`, blocks: blocks(...told) })),
    );
  const both: readonly Told[] = [
    ["coast", "june", "spring"],
    ["coast", "july", "spring"],
  ];

  it("passes those that forecast the same cells, however they are cut and ordered", () => {
    const cut: readonly Told[] = [
      ["coast", "july", "summer"],
      ["coast", "june", "spring"],
    ];
    expect(() => check(both, cut)).not.toThrow();
  });

  it("refuses fewer than two", () => {
    expect(() => check(both)).toThrow(fault("DataError", "weigh: ruritania-2020 needs 2 hypotheses, got 1"));
    expect(() => check()).toThrow(fault("DataError", "weigh: ruritania-2020 needs 2 hypotheses, got 0"));
  });

  it("refuses another zone, another month, or a month less, in any of them", () => {
    const differ = fault("DataError", "weigh: h2 and h0 forecast different zones or months");
    const hills = both.map(([, window, like]): Told => ["hills", window, like]);
    expect(() => check(both, both, hills)).toThrow(differ);
    expect(() => check(both, both, both.slice(1))).toThrow(differ);
    expect(() => check(both.slice(1), both.slice(1), both)).toThrow(differ);
  });

  it("refuses a month that is forecast twice, from one past or from two", () => {
    const twice = fault("DataError", "weigh: h1 forecasts coast 2020-07-01 twice");
    expect(() => check(both, [...both, ["coast", "july", "summer"]])).toThrow(twice);
    expect(() => check(both, [...both, ["coast", "july", "spring"]])).toThrow(twice);
  });
});

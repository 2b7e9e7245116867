import { describe, expect, it } from "vitest";
import {
  backtest,
  best,
  climatology,
  conflictology,
  type Every,
  forecast,
  InputError,
  fit as learnt,
  type Panel,
  quantile,
  seasonalNaive,
} from "../../src/index.js";
import { ensembleOf } from "../../src/models/ensembleOf.js";
import { seasonLag } from "../../src/models/seasonLag.js";
import { ahead, monthsOf } from "./monthsOf.js";

/** Year y, month m: 100 y + m. */
const three = Array.from({ length: 36 }, (_, t) => 100 * Math.floor(t / 12) + (t % 12));

describe("seasonLag", () => {
  it.each<[Every, number[]]>([
    ["day", [364, 728, 1099, 1463]],
    ["week", [52, 104, 157, 209]],
    ["month", [12, 24, 36, 48]],
    ["quarter", [4, 8, 12, 16]],
    ["year", [1, 2, 3, 4]],
  ])("counts %ss from one year to the same time of others", (every, lags) => {
    expect([1, 2, 3, 4].map((years) => seasonLag(every, years))).toEqual(lags);
  });
});

describe("seasonalNaive", () => {
  it("is the same month of last year, with what came a year after each such count", () => {
    const repeated = Array.from({ length: 48 }, (_, t) => (t % 12) ** 2);
    const says = seasonalNaive().fit(monthsOf(repeated)).ahead(ahead(14));
    expect(says.map((one) => quantile(one, 0.5))).toEqual([...repeated.slice(0, 12), 0, 1]);
    expect(says.map((one) => quantile(one, 0.99))).toEqual([...repeated.slice(0, 12), 0, 1]);
  });

  it("beyond a year looks two years back for its errors as well", () => {
    // Roots rise by 1 each year: by 1 over one year, by 2 over two.
    const rising = Array.from({ length: 48 }, (_, t) => (Math.floor(t / 12) + (t % 12)) ** 2);
    const says = seasonalNaive().fit(monthsOf(rising)).ahead(ahead(13));
    expect(quantile(says[0], 0.5)).toBe(16);
    expect(quantile(says[11], 0.5)).toBe(15 ** 2);
    expect(quantile(says[12], 0.5)).toBe(25);
  });

  it("has as many errors as months of which the year before was seen", () => {
    const [says] = seasonalNaive().fit(monthsOf(three)).ahead(ahead(1));
    expect(says.family === "draws" && says.values).toHaveLength(24);
  });

  it("of weeks goes 52 back", () => {
    const weeks = Array.from({ length: 110 }, (_, t) => (t === 110 - 52 ? 81 : 4));
    const [says] = seasonalNaive()
      .fit(monthsOf(weeks, undefined, "week"))
      .ahead(ahead(1));
    expect(quantile(says, 0.5)).toBe(81);
  });

  it("refuses less than a year", () => {
    expect(() => seasonalNaive().fit(monthsOf(Array(51).fill(1), undefined, "week"))).toThrow(
      new InputError("seasonalNaive: needs a year of weeks (52), got 51"),
    );
  });
});

describe("climatology", () => {
  it("is the same month of each earlier year, and those around it", () => {
    const at = (options: object, step: number) => climatology(options).fit(monthsOf(three)).ahead(ahead(step)).at(-1);
    expect(at({ around: 0 }, 1)).toEqual({ family: "draws", values: [200, 100, 0], isWhole: true });
    expect(at({}, 1)).toEqual({ family: "draws", values: [111, 200, 201, 11, 100, 101, 0, 1], isWhole: true });
    expect(at({ years: 2 }, 6)).toEqual({ family: "draws", values: [204, 205, 206, 104, 105, 106], isWhole: true });
    expect(at({ years: 2, around: 0 }, 14)).toEqual({ family: "draws", values: [201, 101], isWhole: true });
  });

  it("takes around it nothing from after the origin", () => {
    // December is next but eleven: around it lie November and the January after, which was not seen.
    const says = climatology({ years: 1 }).fit(monthsOf(three)).ahead(ahead(12)).at(-1);
    expect(says).toEqual({ family: "draws", values: [210, 211], isWhole: true });
  });

  it("refuses what is no number of years or periods", () => {
    expect(() => climatology({ years: 0 })).toThrow(
      new InputError("climatology: years needs a whole number above 0, got 0"),
    );
    expect(() => climatology({ around: -1 })).toThrow(
      new InputError("climatology: around needs a whole number from 0, got -1"),
    );
    expect(() => climatology().fit(monthsOf([1, 2, 3], undefined, "quarter"))).toThrow(
      new InputError("climatology: needs a year of quarters (4), got 3"),
    );
  });
});

describe("what looks back by years", () => {
  const panelOf = (length: number, every: Every): Panel => [
    {
      ...{ key: { zone: "hill" }, from: "made-up", start: "2018-01-01" },
      recipe: { where: [{}], by: ["zone"], every, measure: "events" },
      values: Array.from({ length }, (_, t) => (t * t) % 7),
      exposure: Array.from({ length }, () => 1),
    },
  ];
  const asked = { ahead: 2, seed: 1 };

  it.each<[Every, number]>([
    ["day", 364],
    ["week", 52],
    ["month", 24],
    ["quarter", 8],
    ["year", 2],
  ])("is fitted to so many %ss and no fewer: %i", async (every, least) => {
    for (const model of [seasonalNaive(), climatology()]) {
      expect(forecast(panelOf(least, every), [model], asked)).toHaveLength(2);
      const few = panelOf(least - 1, every);
      const why = `needs ${least} periods, got ${least - 1}`;
      for (const [verb, run] of [
        ["forecast", () => forecast(few, [model], asked)],
        ["fit", () => learnt(few, [model])],
      ] as const)
        expect(run).toThrow(new InputError(`${verb}: ${model.name} ${why} (hill)`));
    }
  });

  it("fails in a back-test until there are as many, with the reason", async () => {
    const panel = panelOf(54, "week");
    const { forecasts, failures } = await backtest(panel, [seasonalNaive()], {
      ...asked,
      ahead: 1,
      since: "2018-12-01",
    });
    // Week 49 begins on 3 December 2018.
    expect(failures.map(({ origin, why }) => [origin, why])).toEqual([
      ["2018-12-03", "needs 52 periods, got 49"],
      ["2018-12-10", "needs 52 periods, got 50"],
      ["2018-12-17", "needs 52 periods, got 51"],
    ]);
    expect(forecasts.map(({ origin }) => origin)).toEqual(["2018-12-24", "2018-12-31"]);
  });

  it("is asked by an ensemble from no origin before, and the ensemble needs as much itself", () => {
    const members = [conflictology(3), seasonalNaive()];
    const seen: number[] = [];
    const looker = ensembleOf({
      ...{ name: "looker()", members, origins: 30 },
      combine: ([says], past) => {
        seen.push(past.length);
        return says;
      },
    });
    // Origins of 52 to 59 weeks, of which the last has one week after it that is known.
    forecast(panelOf(60, "week"), [looker], asked);
    expect(seen).toEqual([8, 7]);
    expect(() => forecast(panelOf(52, "week"), [best(members, { origins: 3 })], asked)).toThrow(
      `needs 53 periods, got 52 (hill)`,
    );
    expect(best(members, { origins: 3 }).needs).toBe(25);
  });
});

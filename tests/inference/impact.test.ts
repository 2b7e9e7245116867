import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as hc from "../../src/index.js";
import { expectDigits } from "../close.js";

const series = (values: readonly number[], key: hc.Key = {}, exposure = values.map(() => 1)): hc.Series =>
  Object.freeze({
    key,
    recipe: { where: [], by: Object.keys(key), every: "month" as const, measure: "events" as const },
    ...{ from: "abc", start: "2022-01-01", values: Object.freeze([...values]), exposure: Object.freeze(exposure) },
  });
const counts = [20, 14, 13, 14, 30, 29, 24, 12, 11, 7, 9];
const asked = { from: "2022-08-01", level: 0.95, seed: 1, draws: 2000, terms: [] };
const families = ["poisson", "quasi-poisson", "negbin"] as const;

describe("an impact", () => {
  it("expects the mean of the months before, exposure allowed for, and reads as a sentence", () => {
    const panel = [
      series(
        counts,
        {},
        counts.map((_, i) => (i < 7 ? 2 : 1)),
      ),
    ];
    const found = hc.impact(panel, { ...asked, family: "quasi-poisson" });
    expectDigits(found.total.expected, (4 * 144) / 14, 12);
    expect(found.total.observed).toBe(39);
    expectDigits(found.total.ratio, 39 / ((4 * 144) / 14), 12);
    expect(found.reading).toMatch(
      /^39 events where 41 \[\d+, \d+\] were to be expected: 2 fewer \[\d+ more, \d+ fewer\], 0\.95 \[0\.\d\d, \d\.\d\d\] times, p = 0\.\d+$/,
    );
    expect(found.periods.map(({ cumulative }) => cumulative.observed)).toEqual([12, 23, 30, 39]);
    const { period, cumulative, ...last } = found.periods[3];
    expect(cumulative).toEqual(found.total);
    expect(last.observed).toBe(9);
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
  });

  it("says fewer with an interval on one side where it is clear", () => {
    const found = hc.impact([series(counts)], { ...asked, family: "poisson" });
    expect(found.reading).toMatch(
      /^39 events where 82 \[\d+, \d+\] were to be expected: 43 fewer \[\d+, \d+\], 0\.47 \[0\.\d\d, 0\.\d\d\] times, p = 0\.001$/,
    );
  });

  it("has a p below 1 - level exactly when its interval leaves the count out", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 90 }),
        fc.constantFrom(...families),
        fc.constantFrom(0.8, 0.95),
        (last, family, level) => {
          const { total } = hc.impact([series([...counts.slice(0, 7), last])], { ...asked, family, level, draws: 499 });
          const [low, high] = total.interval;
          expect(total.p < 1 - level).toBe(last < low || last > (high ?? Infinity));
          expect(total.differenceInterval).toEqual([last - (high ?? Infinity), last - low]);
        },
      ),
      { seed: 3, numRuns: 150 },
    );
  });

  it("has the interval of a Poisson count to come, coefficients and all, as the gamma-Poisson says", () => {
    // With 700 events in 7 months, the next month's count is nearly negative binomial: mean 100, variance 100 + 100 / 7.
    const found = hc.impact([series([95, 102, 108, 93, 101, 99, 102, 100])], {
      ...asked,
      draws: 40_000,
      family: "poisson",
    });
    const sd = Math.sqrt(100 + 100 / 7);
    expect(Math.abs(found.total.interval[0] - (100 - 1.96 * sd))).toBeLessThan(2);
    expect(Math.abs((found.total.interval[1] ?? 0) - (100 + 1.96 * sd))).toBeLessThan(2);
  });

  it("keeps series apart and together, whatever their order", () => {
    const panel = [
      series(counts, { zone: "coast" }),
      series(
        counts.map((count) => 2 * count),
        { zone: "hills" },
      ),
    ];
    const options: hc.ImpactOptions = { ...asked, family: "poisson", terms: [{ by: "zone" }] };
    const found = hc.impact(panel, options);
    expectDigits(found.series[1].expected, 2 * found.series[0].expected, 10);
    expectDigits(found.total.expected, found.series[0].expected + found.series[1].expected, 12);
    const turned = hc.impact([...panel].reverse(), options);
    expectDigits(turned.total.expected, found.total.expected, 10);
    expect(turned.series.map(({ key, observed }) => [key, observed]).reverse()).toEqual(
      found.series.map(({ key, observed }) => [key, observed]),
    );
  });

  it("splits a column of the user's own at the day", () => {
    const rain = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5];
    const found = hc.impact([series(counts)], {
      ...asked,
      family: "poisson",
      terms: [{ column: "rain", values: rain }],
    });
    const before = hc.regress([series(counts.slice(0, 7))], {
      ...{ family: "poisson", level: 0.95, terms: [{ column: "rain", values: rain.slice(0, 7) }] },
    });
    expect(found.regression).toEqual(before);
    const ahead = {
      ahead: 4,
      exposure: [1, 1, 1, 1],
      columns: { rain: rain.slice(7) },
      level: 0.95,
      draws: 200,
      seed: 1,
    };
    const means = hc.predict(before, ahead).map(({ mean }) => mean);
    expectDigits(
      found.total.expected,
      means.reduce((sum, mean) => sum + mean, 0),
      12,
    );
  });

  it("finds nothing where nothing happened, at about the rate that its level says", () => {
    const rateOf = (family: hc.CountFamily, of: hc.Distribution): number => {
      let found = 0;
      for (let seed = 1; seed <= 120; seed++) {
        const values = hc.sample(of, { n: 30, seed });
        if (hc.impact([series(values)], { ...asked, from: "2024-01-01", family, draws: 399 }).total.p <= 0.05) found++;
      }
      return found / 120;
    };
    const spread: hc.Distribution = { family: "negbin", mean: 12, size: 6 };
    expect(rateOf("poisson", { family: "poisson", mean: 8 })).toBeLessThan(0.09);
    expect(rateOf("quasi-poisson", spread)).toBeLessThan(0.09);
    expect(rateOf("negbin", spread)).toBeLessThan(0.1);
    expect(rateOf("poisson", spread)).toBeGreaterThan(0.12);
  });

  it("throws where it cannot be asked", () => {
    const fault = (some: Partial<hc.ImpactOptions>, text: string) =>
      expect(() => hc.impact([series(counts)], { ...asked, family: "poisson", ...some })).toThrow(
        new hc.InputError(`impact: ${text}`),
      );
    fault(
      { from: "2022-08-15" },
      "from needs the first day of a month, got 2022-08-15; 2022-08-01 or 2022-09-01 would do",
    );
    fault({ from: "2022-01-01" }, "needs months before 2022-01-01, got none of {}");
    fault({ from: "2023-01-01" }, "needs months from 2023-01-01 on, got none of {}");
    fault({ draws: 50 }, "draws needs a whole number from 200, got 50");
    fault({ seed: 0.5 }, "seed needs a whole number, got 0.5");
  });
});

describe("a placebo", () => {
  const calm = [10, 12, 9, 11, 10, 8, 12, 10, 11, 9, 10, 12];
  it("counts the earlier days with as large a gap, the real one in", () => {
    const found = hc.placebo([series([...calm, 3, 2])], {
      family: "poisson",
      terms: [],
      level: 0.95,
      from: "2023-01-01",
      least: 4,
    });
    // days with 4 months before and 2 after: May to November 2022
    expect(found.n).toBe(7);
    expect(found.p).toBe(1 / 8);
    expect(found.at).toBe("2023-01-01");
    expect(found.reading).toBe(
      "0.26 times what was to be expected; of 7 earlier days without it 0 had as large a gap, p = 0.13",
    );
    const [flat] = [
      hc.placebo([series([...calm, 10, 11])], {
        family: "poisson",
        terms: [],
        level: 0.95,
        from: "2023-01-01",
        least: 4,
      }),
    ];
    expect(flat.p).toBeGreaterThan(0.5);
  });

  it("throws without a day to pretend", () => {
    const asked = { family: "poisson", terms: [], level: 0.95, from: "2023-01-01", least: 11 } as const;
    expect(() => hc.placebo([series([...calm, 3, 2])], asked)).toThrow(
      new hc.InputError("placebo: needs a day with 11 months before it and 2 after it, got 12 months"),
    );
  });
});

describe("a prediction", () => {
  const found = hc.regress([series(counts)], { family: "negbin", terms: [{ step: "2022-08-01" }], level: 0.95 });
  const options = { level: 0.9, draws: 999, seed: 7, exposure: [1, 1, 2] };

  it("keeps a step on, doubles with exposure, and holds its mean's interval inside the count's", () => {
    const rows = hc.predict(found, { ...options, ahead: 3 });
    expect(rows.map(({ period }) => period)).toEqual(["2022-12-01", "2023-01-01", "2023-02-01"]);
    expectDigits(rows[0].mean, 39 / 4, 8);
    expectDigits(rows[2].mean, 39 / 2, 8);
    for (const { mean, meanInterval, interval, says } of rows) {
      expect(meanInterval[0] < mean && mean < (meanInterval[1] ?? 0)).toBe(true);
      expect(interval[0] <= meanInterval[0] && (interval[1] ?? 0) >= (meanInterval[1] ?? 0)).toBe(true);
      expect(says.values.every(Number.isInteger)).toBe(true);
      const average = says.values.reduce((sum, value) => sum + value, 0) / says.values.length;
      expect(Math.abs(average / mean - 1)).toBeLessThan(0.15);
    }
  });

  it("is the same for a seed, and for a span as for as many months ahead", () => {
    const span = { since: "2022-12-01", until: "2023-03-01" };
    expect(hc.predict(found, { ...options, span })).toEqual(hc.predict(found, { ...options, ahead: 3 }));
    expect(hc.predict(found, { ...options, seed: 8, span })).not.toEqual(hc.predict(found, { ...options, span }));
  });

  it("knows the days of months to come where it was fitted to days", () => {
    const days = hc
      .periodsIn({ since: "2022-01-01", until: "2022-12-01" }, "month")
      .map((since, i, all) => hc.daysIn({ since, until: all[i + 1] ?? "2022-12-01" }));
    const daily = hc.regress([series(counts, {}, days)], { family: "poisson", terms: [], level: 0.95 });
    const rows = hc.predict(daily, { ahead: 3, level: 0.9, draws: 200, seed: 1 });
    expect(rows.map(({ exposure }) => exposure)).toEqual([31, 31, 28]);
  });

  it("throws where periods, exposure or a column are not told", () => {
    const fault = (some: Partial<hc.PredictOptions>, text: string, of = found) =>
      expect(() => hc.predict(of, { ...options, ...some })).toThrow(new hc.InputError(`predict: ${text}`));
    fault({}, "needs one of ahead and span, got none");
    fault({ ahead: 1, span: { since: "2022-12-01", until: "2023-03-01" } }, "needs one of ahead and span, got both");
    fault({ ahead: 0 }, "ahead needs a whole number from 1, got 0");
    fault({ span: { since: "2022-12-02", until: "2022-12-20" } }, "no month starts in 2022-12-02 to 2022-12-20");
    fault({ ahead: 2 }, "exposure needs 2 numbers from 0, one a period, got [1,1,2]");
    const { exposure, ...without } = options;
    expect(() => hc.predict(found, { ...without, ahead: 2 })).toThrow(
      new hc.InputError("predict: needs exposure, since that of the regression is not the days of each period"),
    );
    const own = hc.regress([series(counts)], {
      family: "poisson",
      terms: [{ column: "rain", values: counts }],
      level: 0.95,
    });
    fault({ ahead: 3 }, "needs the values to come of column rain", own);
  });
});

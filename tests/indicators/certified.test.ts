import { describe, expect, it } from "vitest";
import * as hc from "../../src/index.js";
import { seasonsOf } from "../../src/indicators/seasonsOf.js";
import { expectDigits } from "../close.js";
import known from "../fixtures/indicators.json" with { type: "json" };
import { counts, derived } from "./madeUp.js";

type Expected = readonly (number | null)[];

function expectAll(series: hc.Series, indicator: hc.Indicator, expected: Expected): void {
  const got = derived(series, indicator);
  expect(got).toHaveLength(expected.length);
  expected.forEach((value, t) => {
    if (value === null) expect(got[t], `${indicator.name} ${t}`).toBeNull();
    else expectDigits(got[t] ?? Number.NaN, value, 10, [indicator.name, t]);
  });
}

const monthly = ({ values, exposure }: { values: number[]; exposure: number[] }): hc.Series =>
  counts(values, { start: "2018-01-01", exposure });

// Every expected value is from R 4.2.2, base only (tests/fixtures/indicators.R).
describe("indicators to ten digits of R", () => {
  it("gives rates, rolling and expanding sums and means", () => {
    for (const one of known.windows) {
      expectAll(monthly(one), hc.rate("week"), one.ratePerWeek);
      expectAll(monthly(one), hc.rolling(one.window, "sum"), one.sum);
      expectAll(monthly(one), hc.rolling(one.window, "mean"), one.mean);
      expectAll(monthly(one), hc.expanding("sum"), one.expandingSum);
      expectAll(monthly(one), hc.expanding("mean"), one.expandingMean);
    }
  });

  it("gives changes on the period and on the year before", () => {
    for (const one of known.changes) {
      expectAll(monthly(one), hc.change("difference", "period before"), one.difference);
      expectAll(monthly(one), hc.change("ratio", "period before"), one.ratio);
      expectAll(monthly(one), hc.change("difference", "year before"), one.yearDifference);
      expectAll(monthly(one), hc.change("ratio", "year before"), one.yearRatio);
    }
  });

  it("gives streaks and periods since the last", () => {
    for (const { values, level, atLeast, atMost, since } of known.runs) {
      expectAll(counts(values), hc.streak("at least", level), atLeast);
      expectAll(counts(values), hc.streak("at most", level), atMost);
      expectAll(counts(values), hc.sinceLast(level), since);
    }
  });

  it("gives z-scores and percentiles against earlier years", () => {
    for (const one of known.anomalies) {
      expectAll(monthly(one), hc.anomaly("z", one.years), one.z);
      expectAll(monthly(one), hc.anomaly("percentile", one.years), one.percentile);
    }
  });

  it("gives variance over mean, and Pearson's chi-square where a period is cut", () => {
    for (const one of known.dispersion) expectAll(monthly(one), hc.varianceToMean(one.window), one.index);
  });

  it("numbers the weeks of 23 years as ISO 8601 does", () => {
    for (const { week, year } of known.weeks) {
      const { seasons, years } = seasonsOf("2003-12-29", "week", week.length);
      expect([seasons.map(Number), years]).toEqual([week, year]);
    }
  });

  it("gives Herfindahl's index and Gini's coefficient", () => {
    for (const one of known.concentration) {
      expectDigits(hc.herfindahl().concentrate(one.counts), one.herfindahl, 10, one);
      expectDigits(hc.gini().concentrate(one.counts), one.gini, 10, one);
    }
  });

  it("gives the centre of places on the sphere and the standard distance from it", () => {
    for (const { lat, lon, events, centreLat, centreLon, spreadKm } of known.centre) {
      const rows = lat.map((north, i) => ({ period: "2023-05-01", lat: north, lon: lon[i], events: events[i] }));
      const [found] = hc.centre(rows);
      expectDigits(found.lat ?? Number.NaN, centreLat, 10, "lat");
      expectDigits(found.lon ?? Number.NaN, centreLon, 10, "lon");
      expectDigits(found.spreadKm ?? Number.NaN, spreadKm, 10, "spreadKm");
    }
  });
});

import { describe, expect, it } from "vitest";
import type { Report } from "../../src/index.js";
import { type CountedZones, countsBack, recordOf, yearsBack } from "../../src/reports/timeline.js";
import { type Counts, temporary } from "../cli/madeUp.js";
import { madeUpCase } from "./cases.js";

const folder = temporary();

/** Counts that tell their own month: 100 times the year's last two digits, and the month. */
function countsSince(first: string): Counts {
  const months = Array.from({ length: 12 * 10 }, (_, i) => [2011 + Math.floor(i / 12), (i % 12) + 1])
    .map(([year, month]) => [`${year}-${String(month).padStart(2, "0")}`, 100 * (year - 2000) + month] as const)
    .filter(([month]) => month >= first && month < "2020-11");
  return Object.fromEntries(["coast", "hills", "capital"].map((zone) => [zone, Object.fromEntries(months)]));
}

async function record(
  first: string,
  { change = (same) => same, isAhead = false }: { change?: (report: Report) => Report; isAhead?: boolean } = {},
): Promise<CountedZones> {
  const { report, snapshots } = await madeUpCase(folder, { counts: countsSince(first), change });
  return await recordOf(report, snapshots["wire"], { isAhead });
}

const later = (report: Report): Report => ({
  ...report,
  windows: { ...report.windows, autumn: { since: "2021-01-01", until: "2021-03-01", label: "Early 2021" } },
});

describe("what is weighed on", () => {
  it("is the past, the forecast and up to five earlier years, each zone the hypotheses name, the latest year first", async () => {
    const counts = countsBack(await record("2011-01"), 0) ?? [];
    expect(counts.map(({ zone }) => zone)).toEqual(["coast", "hills"]);
    const [{ past, forecast, earlier }] = counts;
    expect(past).toMatchObject({ values: [2001, 2002, 2003, 2004, 2005, 2006, 2007] });
    expect(past.exposure).toEqual([31, 29, 31, 30, 31, 30, 31]);
    expect(forecast).toEqual({ values: [2008, 2009], exposure: [31, 30], periods: ["2020-08-01", "2020-09-01"] });
    expect(earlier.map((block) => block.periods[0])).toEqual([2019, 2018, 2017, 2016, 2015].map((y) => `${y}-01-01`));
    expect(earlier[4].values).toEqual(Array.from({ length: 12 }, (_, i) => 1501 + i));
  });

  it("of earlier years is the same, moved back, as far as past and data reach", async () => {
    const years = yearsBack(await record("2017-01"));
    expect(years).toHaveLength(3);
    expect(years[0][0].past.values).toEqual([1901, 1902, 1903, 1904, 1905, 1906, 1907]);
    expect(years[0][0].forecast.periods).toEqual(["2019-08-01", "2019-09-01"]);
    expect(years.map(([zone]) => zone.earlier.length)).toEqual([2, 1, 0]);
    expect(yearsBack(await record("2017-02"))).toHaveLength(2);
    expect(yearsBack(await record("2020-01"))).toEqual([]);
  });

  it("leaves out the earlier year whose forecast would be of what is forecast now", async () => {
    const long = (report: Report): Report => ({
      ...report,
      windows: {
        ...report.windows,
        autumn: { since: "2019-09-01", until: "2020-10-01", label: "Long" },
        "half-year": { since: "2019-01-01", until: "2019-09-01", label: "Before" },
      },
    });
    const years = yearsBack(await record("2015-01", { change: long }));
    expect(years[0][0].past.periods[0]).toBe("2017-01-01");
  });

  it("before the forecast is seen has its periods and days without counts", async () => {
    const counts = countsBack(await record("2019-01", { change: later, isAhead: true }), 0) ?? [];
    expect(counts[0].forecast).toEqual({ values: [], exposure: [31, 28], periods: ["2021-01-01", "2021-02-01"] });
    expect(counts[0].past.values[6]).toBe(2007);
    await expect(record("2019-01", { change: later })).rejects.toThrow(/^count: wire covers .*, got until 2021-03-01$/);
  });

  it("in weeks has earlier years of 52 or 53, so that weeks stay whole and in their season", () => {
    const first = "2016-12-26";
    const weeks = Array.from({ length: 52 * 4 + 1 }, (_, i) => i - 1);
    const series = {
      ...{ key: { zone: "coast" }, from: "", start: first, values: weeks, exposure: weeks.map(() => 7) },
      recipe: { where: [], by: ["zone"], every: "week", measure: "events" },
    } as const;
    const weekly: CountedZones = {
      ...{ every: "week", since: first, zones: ["coast"], series: new Map([["coast", series]]) },
      past: { since: "2019-12-30", until: "2020-03-02" },
      forecast: { since: "2020-03-02", until: "2020-03-16" },
    };
    const [{ past, forecast, earlier }] = countsBack(weekly, 0) ?? [];
    expect(past.values).toEqual([156, 157, 158, 159, 160, 161, 162, 163, 164]);
    expect(forecast.values).toEqual([165, 166]);
    expect(earlier.map(({ periods, values }) => [periods[0], values.length, values[0]])).toEqual([
      ["2018-12-31", 52, 104],
      ["2018-01-01", 52, 52],
      ["2016-12-26", 53, -1],
    ]);
    expect(yearsBack(weekly)).toHaveLength(3);
    expect(yearsBack(weekly)[0][0].past.periods[0]).toBe("2018-12-31");
  });

  it("refuses regions, and windows that are not of whole periods", async () => {
    const change =
      (zones: readonly string[], past: string) =>
      (report: Report): Report => ({
        ...report,
        hypotheses: report.hypotheses.map((one) => ({
          ...one,
          supposes: one.supposes.map((effect) => ({ ...effect, zones })),
        })),
        ...(report.weighing && { weighing: { ...report.weighing, past, placebos: {} } }),
      });
    await expect(record("2019-01", { change: change(["inland"], "half-year") })).rejects.toThrow(
      "weigh: inland is a region; name its zones one by one",
    );
    await expect(record("2019-01", { change: change(["coast"], "fortnight") })).rejects.toThrow(
      "weigh: needs a window of whole months, got fortnight",
    );
  });
});

import * as hc from "../../src/index.js";

type Change = Partial<hc.Recipe> & Partial<Pick<hc.Series, "key" | "start" | "exposure" | "from">>;

/** A series that nobody can change; whole months of events from January 2020, unless said otherwise. */
export function counts(values: readonly number[], change: Change = {}): hc.Series {
  const { key = {}, start = "2020-01-01", from = "0123abcd", exposure, ...recipe } = change;
  const every = recipe.every ?? "month";
  const days: number[] = [];
  let since = start;
  for (let t = 0; t < values.length; t++) {
    const until = hc.periodOf(hc.addDays(since, { day: 1, week: 7, month: 31, quarter: 92, year: 366 }[every]), every);
    days.push(hc.daysIn({ since, until }));
    since = until;
  }
  return frozen({
    ...{ key, start, from, values: [...values], exposure: [...(exposure ?? days)] },
    recipe: { where: [], by: Object.keys(key), every, measure: "events", ...recipe },
  });
}

/** Counts over counts, as a share is counted. */
export function share(values: readonly number[], whole: readonly number[], change: Change = {}): hc.Series {
  return counts(values, { measure: { share: { civilians: true } }, exposure: whole, ...change });
}

/** What one indicator makes of one series. */
export function derived(series: hc.Series, indicator: hc.Indicator): readonly (number | null)[] {
  return hc.derive([series], [indicator])[0].values;
}

/** The same data, deeply frozen. */
export function frozen<T>(data: T): T {
  if (typeof data === "object" && data !== null) for (const part of Object.values(Object.freeze(data))) frozen(part);
  return data;
}

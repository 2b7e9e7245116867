import type { ChangePlaces } from "../core/changePlaces.js";
import type { ChartSpec } from "../core/chart.js";
import { type Day, dayNumber, type Every, nextPeriod } from "../core/day.js";
import { InputError } from "../core/errors.js";
import type { Series } from "../core/panel.js";
import { decimals, percent } from "../core/print.js";
import type { Segmentation } from "../core/segmentation.js";
import { colours, themed } from "./theme.js";
import type { Words } from "./zoneMonths.js";

/** What is drawn besides the counts. */
export interface Changes {
  readonly segmentation: Segmentation;
  readonly places: ChangePlaces;
}

/**
 * The counts of a series with the level and interval of each stretch across them and, below, how probable each period is as
 * the first after a change, those of the confidence set in colour. Levels are drawn as counts a period of mean exposure.
 *
 * @throws InputError when the segmentation or the places are not of this series
 */
export function changeChart(series: Series, { segmentation, places, title, subtitle }: Changes & Words): ChartSpec {
  const periods = periodsOf(series);
  const isOfIt =
    places.places.length === periods.length - 1 &&
    places.places.every((one, t) => one.period === periods[t + 1].period) &&
    segmentation.segments.every((one) => periods.some((each) => each.period === one.since));
  if (!isOfIt) throw new InputError("changeChart: needs the segmentation and the places of this series");
  const { every } = series.recipe;
  const format = { day: "%-d %b %Y", week: "%-d %b %Y", month: "%b %Y", quarter: "%b %Y", year: "%Y" }[every];
  const axis = { format, grid: false, tickCount: 10, labelFlush: true };
  const x = { type: "temporal", scale: { type: "utc", nice: false }, title: null, axis };
  return themed(title, subtitle, {
    spacing: 26,
    vconcat: [
      { width: 760, height: 240, layer: counts(series, periods, segmentation, x) },
      { width: 760, height: 110, layer: posterior(series.start, places, every, x) },
    ],
  });
}

interface Period {
  readonly period: Day;
  readonly since: number;
  readonly until: number;
}

function counts(
  series: Series,
  periods: readonly Period[],
  { segments, level }: Segmentation,
  x: ChartSpec,
): ChartSpec[] {
  const { values, exposure, recipe } = series;
  const bars = periods.map(({ since, until }, t) => ({ since, until, count: values[t] }));
  const mean = exposure.reduce((sum, one) => sum + one, 0) / exposure.length;
  const levels = segments.map(({ since, until, rate, interval: [low, high] }) => ({
    ...{ since: timeOf(since), until: timeOf(until), level: rate * mean, low: low * mean, high: (high ?? rate) * mean },
    text: decimals(rate * mean, 1),
  }));
  const measure = typeof recipe.measure === "string" ? recipe.measure : "events";
  const y = { type: "quantitative", title: `${measure} a ${recipe.every}`, scale: { zero: true } };
  const across = { x: { ...x, field: "since" }, x2: { field: "until" } };
  const words = { type: "text", align: "left", baseline: "bottom", fontWeight: 600 };
  const label = { ...words, color: colours.blue, dx: 4, dy: -3 };
  const named = { x: across.x, y: { ...y, field: "high" }, text: { field: "text" } };
  return [
    {
      data: { values: bars },
      mark: { type: "rect", color: "#c3cdd8", stroke: "white", strokeWidth: bars.length > 150 ? 0 : 1 },
      encoding: { ...across, y: { ...y, field: "count" }, y2: { datum: 0 } },
    },
    {
      data: { values: levels },
      mark: { type: "rect", color: colours.blue, opacity: 0.2 },
      encoding: { ...across, y: { ...y, field: "low" }, y2: { field: "high" } },
    },
    {
      data: { values: levels },
      mark: { type: "rule", color: colours.blue, strokeWidth: 2.5 },
      encoding: { ...across, y: { ...y, field: "level" } },
    },
    {
      data: { values: levels },
      mark: { ...label, stroke: "white", strokeWidth: 3, strokeOpacity: 0.8 },
      encoding: named,
    },
    { data: { values: levels }, mark: label, encoding: named },
    said("level of each stretch", `with its ${percent(level)} interval`, colours.blue),
  ];
}

function posterior(start: Day, { places, level }: ChangePlaces, every: Every, x: ChartSpec): ChartSpec[] {
  // The first period is no place, but the two pictures share their axis.
  const first = { period: start, probability: 0, inSet: false };
  const values = [first, ...places].map(({ period, probability, inSet }) => ({
    ...{ since: timeOf(period), until: timeOf(nextPeriod(period, every)) },
    ...{ probability, color: inSet ? colours.orange : "#c3cdd8" },
  }));
  const held = values.filter((one) => one.color === colours.orange).map((one) => ({ ...one, probability: 0 }));
  const y = { type: "quantitative", title: "probability", scale: { zero: true }, axis: { format: "%", tickCount: 4 } };
  const across = { x: { ...x, field: "since" }, x2: { field: "until" } };
  return [
    {
      data: { values },
      mark: { type: "rect", stroke: "white", strokeWidth: values.length > 150 ? 0 : 1 },
      encoding: {
        ...{ ...across, y: { ...y, field: "probability" }, y2: { datum: 0 } },
        color: { field: "color", type: "nominal", scale: null },
      },
    },
    {
      data: { values: held },
      mark: { type: "rule", color: colours.orange, strokeWidth: 3 },
      encoding: { ...across, y: { ...y, field: "probability" } },
    },
    said("the first period after the change, if there was one", `in orange the ${percent(level)} set`, colours.orange),
  ];
}

function said(what: string, more: string, color: string): ChartSpec {
  return {
    data: { values: [{ text: `${what}, ${more}` }] },
    mark: { type: "text", align: "left", baseline: "bottom", fontWeight: 600, color },
    encoding: { x: { value: 0 }, y: { value: -6 }, text: { field: "text" } },
  };
}

function periodsOf({ start, recipe, values }: Series): Period[] {
  let until = start;
  return values.map(() => {
    const period = until;
    until = nextPeriod(period, recipe.every);
    return { period, since: timeOf(period), until: timeOf(until) };
  });
}

function timeOf(day: Day): number {
  return dayNumber(day) * 86_400_000;
}

import type { ChartSpec } from "../core/chart.js";
import { type Day, dayNumber, nextPeriod } from "../core/day.js";
import { InputError } from "../core/errors.js";
import type { Nowcast } from "../core/nowcast.js";
import { decimals, percent } from "../core/print.js";
import type { Triangle } from "../core/triangle.js";
import { colours, themed } from "./theme.js";
import type { Words } from "./zoneMonths.js";

/**
 * What is in so far of each period of a triangle as bars and, over those whose reports are not all in, what they will come
 * to with its interval. A period that is too early for an estimate says so.
 *
 * @throws InputError when the nowcast was not made of this triangle
 */
export function nowcastChart(found: Nowcast, triangle: Triangle, { title, subtitle }: Words): ChartSpec {
  const { every, asOf } = triangle;
  const recent = found.periods.map((one) => one.period);
  const bars = barsOf(triangle);
  const isOfIt = found.asOf === asOf && recent.every((period) => bars.some((bar) => bar.since === timeOf(period)));
  if (found.every !== every || !isOfIt)
    throw new InputError(`nowcastChart: needs the nowcast's own triangle, got ${every}s as of ${asOf}`);
  const format = { day: "%-d %b %Y", week: "%-d %b %Y", month: "%b %Y", quarter: "%b %Y", year: "%Y" }[every];
  const axis = { format, grid: false, tickCount: 10, labelFlush: true };
  const x = { type: "temporal", scale: { type: "utc", nice: false }, title: null, axis };
  const y = { type: "quantitative", title: `events a ${every}`, scale: { zero: true } };
  const at = { ...x, field: "middle" };
  const blue = colours.blue;
  const made = [{ filter: "datum.state === 'made'" }];
  const words = { type: "text", align: "left", baseline: "bottom", fontWeight: 600 };
  const said = (text: string, color: string, dx: number): ChartSpec => ({
    data: { values: [{ text }] },
    mark: { ...words, color, dx },
    encoding: { x: { value: 0 }, y: { value: -8 }, text: { field: "text" } },
  });
  return themed(title, subtitle, {
    width: 760,
    height: 260,
    data: { values: pointsOf(found) },
    layer: [
      {
        data: { values: bars },
        mark: { type: "rect", color: "#c3cdd8", stroke: "white", strokeWidth: 1.5 },
        encoding: {
          ...{ x: { ...x, field: "since" }, x2: { field: "until" } },
          ...{ y: { ...y, field: "observed" }, y2: { datum: 0 } },
        },
      },
      {
        transform: made,
        mark: { type: "rule", color: blue, strokeWidth: 2.4 },
        encoding: { x: at, y: { ...y, field: "low" }, y2: { field: "high" } },
      },
      {
        transform: made,
        mark: { type: "point", filled: true, size: 70, opacity: 1, color: blue },
        encoding: { x: at, y: { ...y, field: "estimate" } },
      },
      {
        mark: { type: "text", baseline: "bottom", dy: -5, fontWeight: 600, color: blue },
        encoding: { x: at, y: { ...y, field: "high" }, text: { field: "label" } },
      },
      said("in so far", colours.quiet, 0),
      said(`once complete, with its ${percent(found.level)} interval`, blue, 58),
    ],
  });
}

function barsOf({ counts, start, every }: Triangle): { since: number; until: number; observed: number }[] {
  let until = start;
  return counts.map((row) => {
    const since = until;
    until = nextPeriod(since, every);
    const observed = row.reduce((sum: number, added) => sum + (added ?? 0), 0);
    return { since: timeOf(since), until: timeOf(until), observed };
  });
}

function pointsOf({ periods, every }: Nowcast): ChartSpec[] {
  return periods.map(({ period, observed, estimate, interval = [observed, null] }) => ({
    middle: (timeOf(period) + timeOf(nextPeriod(period, every))) / 2,
    low: interval[0],
    high: interval[1] ?? observed,
    estimate: estimate ?? observed,
    label: estimate === undefined ? "too early" : decimals(estimate, 0),
    state: estimate === undefined ? "early" : "made",
  }));
}

function timeOf(day: Day): number {
  return dayNumber(day) * 86_400_000;
}

import type { ChartSpec } from "../core/chart.js";
import { type Day, dayNumber, nextPeriod } from "../core/day.js";
import { InputError } from "../core/errors.js";
import type { Nowcast } from "../core/nowcast.js";
import { decimals, percent } from "../core/print.js";
import type { Triangle } from "../core/triangle.js";
import { periodLabel } from "./delayTriangle.js";
import { colours, themed } from "./theme.js";
import type { Words } from "./zoneMonths.js";

/**
 * What is in so far of each period of a triangle as bars and, over those whose reports are not all in, what they will come
 * to with its interval. A period that is too early for an estimate says so.
 *
 * @throws InputError when the nowcast was not made of this triangle
 */
export function nowcastChart(found: Nowcast, triangle: Triangle, { title, subtitle }: Words): ChartSpec {
  const { every, asOf, counts, start } = triangle;
  if (found.every !== every || found.asOf !== asOf)
    throw new InputError(`nowcastChart: needs the nowcast's own triangle, got ${every}s as of ${asOf}`);
  const bars: { since: number; until: number; observed: number; period: string }[] = [];
  let period = start;
  for (const row of counts) {
    const next = nextPeriod(period, every);
    const observed = row.reduce((sum: number, added) => sum + (added ?? 0), 0);
    bars.push({ since: timeOf(period), until: timeOf(next), observed, period: periodLabel(period, every) });
    period = next;
  }
  const points = found.periods.map((one) => {
    const [low, high] = one.interval ?? [one.observed, one.observed];
    const middle = (timeOf(one.period) + timeOf(nextPeriod(one.period, every))) / 2;
    const { estimate = one.observed } = one;
    const label = one.estimate === undefined ? "too early" : decimals(estimate, 0);
    const state = one.estimate === undefined ? "early" : "made";
    return { middle, low, high: high ?? estimate, estimate, label, state, in: `${percent(one.share)} in` };
  });
  const first = points[0];
  const format = { day: "%-d %b %Y", week: "%-d %b %Y", month: "%b %Y", quarter: "%b %Y", year: "%Y" }[every];
  const axis = { format, grid: false, tickCount: 10, labelFlush: true };
  const x = { type: "temporal", scale: { type: "utc", nice: false }, title: null, axis };
  const y = { type: "quantitative", title: `events a ${every}`, scale: { zero: true } };
  const at = { ...x, field: "middle" };
  const made = [{ filter: "datum.state === 'made'" }];
  const label = { type: "text", align: "right", dx: -8, fontWeight: 600 };
  const level = percent(found.level);
  return themed(title, subtitle, {
    width: 760,
    height: 260,
    data: { values: points },
    layer: [
      {
        data: { values: bars },
        mark: { type: "rect", color: "#c3cdd8", stroke: "white", strokeWidth: 1.5 },
        encoding: {
          x: { ...x, field: "since" },
          x2: { field: "until" },
          y: { ...y, field: "observed" },
          y2: { datum: 0 },
        },
      },
      {
        transform: made,
        mark: { type: "rule", color: colours.blue, strokeWidth: 2.4 },
        encoding: { x: at, y: { ...y, field: "low" }, y2: { field: "high" } },
      },
      {
        transform: made,
        mark: { type: "point", filled: true, size: 70, opacity: 1, color: colours.blue },
        encoding: { x: at, y: { ...y, field: "estimate" } },
      },
      {
        mark: { type: "text", baseline: "bottom", dy: -5, fontWeight: 600, color: colours.blue },
        encoding: { x: at, y: { ...y, field: "high" }, text: { field: "label" } },
      },
      {
        data: {
          values: [{ middle: first.middle, high: first.high, text: `once complete, with its ${level} interval` }],
        },
        mark: { ...label, color: colours.blue, dx: -22, dy: -12 },
        encoding: { x: at, y: { ...y, field: "high" }, text: { field: "text" } },
      },
    ],
  });
}

function timeOf(day: Day): number {
  return dayNumber(day) * 86_400_000;
}

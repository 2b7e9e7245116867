import type { ChartSpec } from "../core/chart.js";
import { type Day, dayNumber } from "../core/day.js";
import { decimals } from "../core/print.js";
import type { WatchedQuestion } from "../core/watchedQuestion.js";
import { colours } from "./theme.js";

/** The room for ratios, in pixels, and the least and most that are drawn where they are. */
export const size = { width: 640, height: 260 };
const [least, most] = [0.1, 10];

/** The running ratio with its intervals, the lines it is held against, and what the next period would have to bring. */
export function watchedRatios(x: ChartSpec, watched: WatchedQuestion): readonly ChartSpec[] {
  return [...ratios(x, watched), ...tippings(x, watched)];
}

/** A ratio as far as it is drawn. */
export function edged(ratio: number | null | undefined): number {
  return Math.min(most, Math.max(least, ratio ?? most));
}

/** Milliseconds, as a temporal field takes them. */
export function timeOf(day: Day): number {
  return dayNumber(day) * 86_400_000;
}

/** A dashed line all across at a value. */
export function across(value: number, y: ChartSpec, color: string): ChartSpec {
  return {
    data: { values: [{ value }] },
    mark: { type: "rule", color, strokeDash: [4, 3], strokeWidth: 1.5 },
    encoding: { y: { ...y, field: "value" } },
  };
}

function ratios(x: ChartSpec, { threshold }: WatchedQuestion): readonly ChartSpec[] {
  const values = [0.1, 0.2, 0.5, 1, 2, 5, 10];
  const scale = { type: "log", domain: [least, most], nice: false };
  const y = { type: "quantitative", title: "times the baseline's rate", scale, axis: { values, format: "~g" } };
  const { blue: color, quiet } = colours;
  const band = { y: { ...y, field: "low" }, y2: { field: "high" } };
  const bar = { y: { ...y, field: "least" }, y2: { field: "most" } };
  return [
    { mark: { type: "area", color, opacity: 0.15 }, encoding: { x, ...band } },
    { mark: { type: "rule", color, strokeWidth: 5, opacity: 0.25 }, encoding: { x, ...band } },
    { mark: { type: "rule", color, strokeWidth: 1.5 }, encoding: { x, ...bar } },
    {
      mark: { type: "line", color, strokeWidth: 2.2, point: { filled: true, size: 60, color } },
      encoding: { x, y: { ...y, field: "estimate" } },
    },
    across(1, y, quiet),
    ...(threshold === undefined ? [] : [across(threshold, y, colours.orange), stated(threshold, y)]),
  ];
}

function stated(threshold: number, y: ChartSpec): ChartSpec {
  return {
    data: { values: [{ threshold, text: `stated: ${threshold}` }] },
    mark: { type: "text", align: "left", dx: 4, color: colours.orange, fontSize: 11.5 },
    encoding: { x: { value: size.width }, y: { ...y, field: "threshold" }, text: { field: "text" } },
  };
}

/** At the next period, the ratio that each settling count would make, with the count. */
function tippings(x: ChartSpec, { next, periods, baseline }: WatchedQuestion): readonly ChartSpec[] {
  if (next === undefined || baseline === undefined) return [];
  const seen = periods.reduce((sum, one) => sum + one.exposure, 0);
  const n = periods.at(-1)?.n ?? 0;
  const ratioOf = (count: number): number => (n + count) / (seen + next.exposure) / baseline.rate;
  const rows = [
    ...(next.rises
      ? [{ count: next.rises.count, text: `${decimals(next.rises.count, 0)} or more: risen`, side: "up" }]
      : []),
    ...(next.falls
      ? [
          {
            count: next.falls.count,
            text: next.falls.count === 0 ? "none: fallen" : `${decimals(next.falls.count, 0)} or fewer: fallen`,
            side: "down",
          },
        ]
      : []),
  ];
  const values = rows.map((row) => ({ ...row, at: timeOf(next.period), ratio: edged(ratioOf(row.count)) }));
  const y = { field: "ratio", type: "quantitative" };
  const { orange: color } = colours;
  const text = (side: string, look: ChartSpec): ChartSpec => ({
    data: { values: values.filter((row) => row.side === side) },
    mark: { type: "text", align: periods.length === 0 ? "center" : "right", dx: 6, color, fontWeight: 600, ...look },
    encoding: { x, y, text: { field: "text" } },
  });
  const mark = (side: string): ChartSpec => ({
    data: { values: values.filter((row) => row.side === side) },
    mark: { type: "point", filled: true, size: 90, color, shape: `triangle-${side}` },
    encoding: { x, y },
  });
  const none = [{ at: timeOf(next.period), text: "no count of the next period would settle it" }];
  if (rows.length === 0)
    return [
      {
        data: { values: none },
        mark: { type: "text", align: "right", baseline: "top", color, fontWeight: 600 },
        encoding: { x, y: { value: 4 }, text: { field: "text" } },
      },
    ];
  // At the edge the text stands on the inner side.
  const isOut = (side: string): boolean =>
    values.some((row) => row.side === side && (row.ratio > 7 || row.ratio < 0.14));
  const over = (dy: number): ChartSpec => ({ dy: -dy, baseline: "bottom" });
  const under = (dy: number): ChartSpec => ({ dy, baseline: "top" });
  const up = isOut("up") ? under(9) : over(9);
  const down = isOut("down") ? over(9) : under(9);
  return [mark("up"), mark("down"), text("up", up), text("down", down)];
}

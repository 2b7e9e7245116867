import type { ChartSpec } from "../core/chart.js";
import { dayNumber } from "../core/day.js";
import { InputError } from "../core/errors.js";
import { percent } from "../core/print.js";
import type { Running } from "../core/running.js";
import { colours, themed } from "./theme.js";
import type { Words } from "./zoneMonths.js";

/**
 * What was known after each period, with the intervals that hold at all looks at once and, where there is an e-value, the
 * evidence below on a log scale with the line at 20. `measure` names what is estimated; `against` marks the value that is
 * tested. An interval without an upper end goes to the top of the picture.
 *
 * @throws InputError when there is no row, or they are of more than one series
 */
export function sequenceChart(
  running: readonly Running[],
  { title, subtitle, measure, against }: Words & { readonly measure: string; readonly against?: number },
): ChartSpec {
  const series = new Set(running.map(({ key }) => JSON.stringify(key)));
  if (series.size !== 1) throw new InputError(`sequenceChart: needs the rows of one series, got ${series.size}`);
  const points = pointsOf(running, against);
  const x = { field: "at", type: "temporal", scale: { type: "utc", nice: false }, title: null };
  const axis = { format: gapOf(points) > 27 * dayLength ? "%b %Y" : "%-d %b %Y", grid: false, labelOverlap: true };
  const ticks = { ...axis, tickCount: Math.min(12, points.length) };
  const hasEvidence = points.every(({ evidence }) => evidence !== undefined);
  const level = percent(running[0].level);
  return themed(title, subtitle, {
    spacing: 30,
    vconcat: [
      {
        ...{ width: 640, height: 230, data: { values: points } },
        layer: [
          ...estimates(
            { ...x, axis: hasEvidence ? { ...ticks, labels: false, ticks: false } : ticks },
            measure,
            against,
          ),
          said(`estimate after each period, ${level} intervals that hold at every look`),
        ],
      },
      ...(hasEvidence ? [evidence(points, { ...x, axis: ticks })] : []),
    ],
  });
}

const dayLength = 86_400_000;

function pointsOf(running: readonly Running[], against: number | undefined): ChartSpec[] {
  const ends = running.flatMap(({ estimate = 0, interval: [low, high] }) => [estimate, high ?? 2 * low]);
  const top = 1.05 * Math.max(against ?? 0, ...ends);
  return running.map(({ period, estimate, interval: [low, high], eValue }) => ({
    ...{ at: dayNumber(period) * dayLength, low, high: high ?? top },
    ...(estimate !== undefined && { estimate }),
    // A log scale shows nothing at 0, and more evidence than this is drawn at the edge.
    ...(eValue !== undefined && { evidence: Math.min(1e9, Math.max(1e-3, eValue)) }),
  }));
}

function gapOf(points: readonly ChartSpec[]): number {
  return points.length > 1 ? Number(points[1]["at"]) - Number(points[0]["at"]) : dayLength;
}

function estimates(x: ChartSpec, measure: string, against: number | undefined): readonly ChartSpec[] {
  const y = { type: "quantitative", title: measure, scale: { zero: true } };
  const { blue: color, quiet } = colours;
  return [
    { mark: { type: "area", color, opacity: 0.15 }, encoding: { x, y: { ...y, field: "low" }, y2: { field: "high" } } },
    {
      mark: { type: "rule", color, strokeWidth: 1.5 },
      encoding: { x, y: { ...y, field: "low" }, y2: { field: "high" } },
    },
    {
      mark: { type: "line", color, strokeWidth: 2.2, point: { filled: true, size: 60, color } },
      encoding: { x, y: { ...y, field: "estimate" } },
    },
    ...(against === undefined ? [] : [mark(against, y, quiet)]),
  ];
}

function evidence(points: readonly ChartSpec[], x: ChartSpec): ChartSpec {
  const most = Math.max(30, ...points.map((point) => Number(point["evidence"])));
  const least = Math.min(0.5, ...points.map((point) => Number(point["evidence"])));
  const scale = { type: "log", domain: [least / 1.2, most * 1.2], nice: false };
  const powers = [0.001, 0.01, 0.1, 1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9];
  const values = powers.filter((one) => one >= least / 1.2 && one <= most * 1.2);
  const y = { type: "quantitative", title: "e-value", scale, axis: { values, format: "~g" } };
  const { orange: color } = colours;
  return {
    ...{ width: 640, height: 120, data: { values: points } },
    layer: [
      mark(20, y, color),
      {
        mark: {
          type: "line",
          color: colours.ink,
          strokeWidth: 2,
          point: { filled: true, size: 50, color: colours.ink },
        },
        encoding: { x, y: { ...y, field: "evidence" } },
      },
      said("evidence against no difference; above 20 at any look is as rare as p below 0.05", color),
    ],
  };
}

/** A dashed line all across at a value. */
function mark(value: number, y: ChartSpec, color: string): ChartSpec {
  return {
    data: { values: [{ value }] },
    mark: { type: "rule", color, strokeDash: [4, 3], strokeWidth: 1.5 },
    encoding: { y: { ...y, field: "value" } },
  };
}

function said(text: string, color: string = colours.blue): ChartSpec {
  return {
    data: { values: [{ text }] },
    mark: { type: "text", align: "left", baseline: "bottom", fontWeight: 600, color },
    encoding: { x: { value: 0 }, y: { value: -8 }, text: { field: "text" } },
  };
}

import type { ChartSpec } from "../core/chart.js";
import type { Day } from "../core/day.js";
import { decimals, percent } from "../core/print.js";
import type { Tracked } from "../core/tracked.js";
import { colours, themed } from "./theme.js";
import { spread, stepped, trackedPoints } from "./trackedPoints.js";
import type { Words } from "./zoneMonths.js";

/** Which part is drawn. */
export interface FanWords extends Words {
  /** Which of its wires, from 0: the first unless said. */
  readonly wire?: number;
  /** The first day drawn: all unless said. */
  readonly since?: Day;
}

/**
 * One indicator: its counts, what the same time of earlier years brought as a band, the forecast's middle half and its whole
 * interval from the day the data end, and a wire, with the counts above it in another colour.
 *
 * @throws InputError when there is no such wire, or nothing lies after the first day drawn
 */
export function fanChart(tracked: Tracked, { title, subtitle, wire, since }: FanWords): ChartSpec {
  const { every, level } = tracked;
  const points = trackedPoints(
    tracked,
    { ...(wire !== undefined && { wire }), ...(since !== undefined && { since }) },
    "fanChart",
  );
  const { past, usual, lines, fan, end } = points;
  const { orange, blue, ink, quiet } = colours;
  const axis = { grid: false, tickCount: 8, labelFlush: true, labelOverlap: true, format: "%b %Y" };
  const x = { type: "temporal", scale: { type: "utc", nice: false }, title: null, axis };
  const y = { type: "quantitative", title: `events a ${every}`, scale: { zero: true } };
  const across = { x: { ...x, field: "since" }, x2: { field: "until" } };
  const band = (low: string, high: string, color: string, opacity: number): ChartSpec => ({
    data: { values: stepped(fan) },
    mark: { type: "area", interpolate: "step-after", color, opacity },
    encoding: { x: { ...x, field: "since" }, y: { ...y, field: low }, y2: { field: high } },
  });
  const [last] = fan.slice(-1);
  const said = keys([
    ["counted", ink],
    ["usual for the time of year (10% to 90%)", quiet],
    [`forecast, 50% and ${percent(level)}`, blue],
    [points.wire.name, orange],
  ]);
  return themed(title, subtitle, {
    width: 760,
    height: 280,
    layer: [
      {
        data: { values: stepped(usual) },
        mark: { type: "area", interpolate: "step-after", color: "#dfe4ea" },
        encoding: { x: { ...x, field: "since" }, y: { ...y, field: "low" }, y2: { field: "high" } },
      },
      band("outLow", "outHigh", blue, 0.18),
      band("inLow", "inHigh", blue, 0.3),
      {
        data: { values: fan },
        mark: { type: "rule", color: blue, strokeWidth: 2.2 },
        encoding: { ...across, y: { ...y, field: "median" } },
      },
      {
        data: { values: lines },
        mark: { type: "rule", color: orange, strokeWidth: 1.6 },
        encoding: { ...across, y: { ...y, field: "threshold" } },
      },
      {
        data: { values: past },
        mark: { type: "line", color: ink, strokeWidth: 1.4 },
        encoding: { x: { ...x, field: "middle" }, y: { ...y, field: "observed" } },
      },
      {
        data: { values: past.filter((one) => one["state"] === "tripped") },
        mark: { type: "point", filled: true, color: orange, size: 34, opacity: 1 },
        encoding: { x: { ...x, field: "middle" }, y: { ...y, field: "observed" } },
      },
      {
        data: { values: [{ at: end }] },
        mark: { type: "rule", color: quiet, strokeDash: [3, 3] },
        encoding: { x: { ...x, field: "at" } },
      },
      {
        data: { values: [{ at: end, text: "data end" }] },
        mark: { type: "text", align: "center", baseline: "bottom", color: quiet },
        encoding: { x: { ...x, field: "at" }, y: { value: -8 }, text: { field: "text" } },
      },
      ...ends(last, { x, y }),
      ...said,
    ],
  });
}

/** The ends of the last interval, in numbers beside it. */
function ends(last: ChartSpec, { x, y }: { readonly x: ChartSpec; readonly y: ChartSpec }): readonly ChartSpec[] {
  const values = ["outLow", "median", "outHigh"].map((name) => ({
    ...{ at: last["until"], value: last[name], text: decimals(Number(last[name]), 0) },
  }));
  return [
    {
      data: { values: values.filter((one, i) => values.findIndex(({ text }) => text === one.text) === i) },
      mark: { type: "text", align: "left", dx: 5, color: colours.blue, fontWeight: 600 },
      encoding: { x: { ...x, field: "at" }, y: { ...y, field: "value" }, text: { field: "text" } },
    },
  ];
}

/** What each colour is, above the drawing. */
function keys(named: readonly (readonly [string, string])[]): readonly ChartSpec[] {
  return spread(named).map(({ text, color, x }) => ({
    data: { values: [{ text }] },
    mark: { type: "text", align: "left", baseline: "bottom", fontWeight: 600, color },
    encoding: { x: { value: x }, y: { value: -8 }, text: { field: "text" } },
  }));
}

import type { ChartSpec } from "../core/chart.js";
import { type Day, type Every, nextPeriod } from "../core/day.js";
import { decimals } from "../core/print.js";
import type { Triangle } from "../core/triangle.js";
import { colours, themed } from "./theme.js";
import type { Words } from "./zoneMonths.js";

/**
 * How many events of each period were first reported with each delay, one row a period; what cannot be known yet is grey,
 * what was taken back orange. The last column is what is in so far.
 */
export function delayTriangle({ counts, start, every, maxDelay }: Triangle, { title, subtitle }: Words): ChartSpec {
  const periods: Day[] = [];
  for (let period = start; periods.length < counts.length; period = nextPeriod(period, every)) periods.push(period);
  const labels = periods.map((period) => periodLabel(period, every));
  const delays = Array.from({ length: maxDelay + 1 }, (_, d) => String(d));
  const cells = counts.flatMap((row, t) =>
    row.map((added, d) => ({
      ...{ period: labels[t], delay: String(d), state: stateOf(added), added: Math.max(0, added ?? 0) },
      text: added === null || added === 0 ? "" : decimals(added, 0).replace("-", "−"),
    })),
  );
  const most = Math.max(1, ...cells.map((cell) => cell.added));
  const sums = counts.map((row, t) => ({
    period: labels[t],
    text: decimals(
      row.reduce((sum: number, added) => sum + (added ?? 0), 0),
      0,
    ),
  }));
  const size = 46;
  const width = size * delays.length;
  const axis = { domain: false, ticks: false, labelPadding: 6 };
  const y = { field: "period", type: "ordinal", sort: labels, title: null, axis: { ...axis, labelColor: colours.ink } };
  const x = {
    ...{ field: "delay", type: "ordinal", sort: delays },
    ...{ title: `${every}s from the event to its report`, axis: { ...axis, orient: "top", labelAngle: 0 } },
  };
  const unit = counts.length > 36 ? 14 : 19;
  const only = (state: string): ChartSpec[] => [{ filter: `datum.state === '${state}'` }];
  const square = { type: "rect", stroke: "white", strokeWidth: 1.5 };
  const shades = ["#eef4f9", colours.blue];
  const unknown = { x: width - 8, text: "not yet known" };
  return themed(title, subtitle, {
    data: { values: cells },
    width,
    height: { step: unit },
    layer: [
      { transform: only("unknown"), mark: { ...square, color: colours.faint }, encoding: { x, y } },
      { transform: only("back"), mark: { ...square, color: colours.orange }, encoding: { x, y } },
      {
        transform: only("known"),
        mark: square,
        encoding: {
          ...{ x, y },
          color: { field: "added", type: "quantitative", scale: { domain: [0, most], range: shades }, legend: null },
        },
      },
      {
        mark: { type: "text", fontSize: unit > 16 ? 11.5 : 10 },
        encoding: {
          ...{ x, y, text: { field: "text" } },
          color: {
            condition: { test: `datum.state === 'back' || datum.added > ${0.6 * most}`, value: "white" },
            value: colours.ink,
          },
        },
      },
      {
        data: { values: [{ ...unknown, period: labels[labels.length - 1] }] },
        mark: { type: "text", align: "right", fontStyle: "italic", color: colours.quiet },
        encoding: { x: { value: unknown.x }, y, text: { field: "text" } },
      },
      {
        data: { values: sums },
        mark: { type: "text", align: "right", fontWeight: 600, dx: 44 },
        encoding: { x: { value: width }, y, text: { field: "text" } },
      },
      {
        data: { values: [{ text: "in so far" }] },
        mark: { type: "text", align: "right", color: colours.quiet, dx: 44, dy: -15 },
        encoding: { x: { value: width }, y: { value: 0 }, text: { field: "text" } },
      },
    ],
  });
}

/** A period's name for people: its month, quarter or year, or the first day of a shorter one. */
function periodLabel(period: Day, every: Every): string {
  const [year, month, day] = period.split("-");
  const name = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"][Number(month) - 1];
  if (every === "year") return year;
  if (every === "quarter") return `Q${Math.ceil(Number(month) / 3)} ${year}`;
  return every === "month" ? `${name} ${year}` : `${Number(day)} ${name} ${year}`;
}

function stateOf(added: number | null): "unknown" | "back" | "known" {
  if (added === null) return "unknown";
  return added < 0 ? "back" : "known";
}

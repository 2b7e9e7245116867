import type { ChartSpec } from "../core/chart.js";
import { addDays, daysIn, nextPeriod } from "../core/day.js";
import { percent } from "../core/print.js";
import type { Weighed } from "../core/weighed.js";
import { palette, themed } from "./theme.js";
import type { Words } from "./zoneMonths.js";

/**
 * The probability of each explanation as months arrive, from equal chances before the first; at the end, its range over the
 * other assumptions.
 */
export function evidence({ hypotheses, periods, every }: Weighed, { title, subtitle }: Words): ChartSpec {
  const ends = [periods[0], ...periods.map((period) => nextPeriod(period, every))];
  const last = ends[ends.length - 1];
  // Bars stand side by side after the last point, as far apart as the whole is long.
  const gap = Math.max(1, Math.round(daysIn({ since: ends[0], until: last }) / 36));
  const labels = hypotheses.map((one) => one.label);
  const places = apart(hypotheses.map((one) => one.probability[one.probability.length - 1]));
  const values = [
    ...hypotheses.flatMap(({ label, probability }) =>
      probability.map((value, i) => ({ kind: "line", label, day: ends[i], value })),
    ),
    ...hypotheses.map(({ label, probability, range: [low, high] }, i) => ({
      kind: "end",
      label,
      day: addDays(last, gap * (i + 1)),
      value: probability[probability.length - 1],
      low,
      high,
      place: places[i],
      text: `${label} ${percent(probability[probability.length - 1])}, ${percent(low)} to ${percent(high ?? 1)}`,
    })),
  ];
  const only = (kind: string): object => ({ filter: `datum.kind === '${kind}'` });
  const x = { field: "day", type: "temporal", scale: { type: "utc" }, title: null };
  const y = { type: "quantitative", scale: { domain: [0, 1] }, title: "probability, equal at the start" };
  const color = { field: "label", type: "nominal", scale: { domain: labels, range: palette }, legend: null };
  return themed(title, subtitle, {
    data: { values, format: { parse: { day: "utc:'%Y-%m-%d'" } } },
    width: 560,
    height: 260,
    layer: [
      {
        transform: [only("line")],
        mark: { type: "line", strokeWidth: 2.4, point: { size: 40, filled: true } },
        encoding: {
          x: {
            ...x,
            axis: {
              labelExpr: `datum.index === 0 ? 'before' : 'after ' + utcFormat(datum.value - 86400000, '${every === "week" ? "%d %b %Y" : "%b %Y"}')`,
              grid: false,
              values: ends.map((day) => ({
                year: Number(day.slice(0, 4)),
                month: Number(day.slice(5, 7)),
                date: Number(day.slice(8, 10)),
                utc: true,
              })),
            },
          },
          y: { ...y, field: "value", axis: { format: ".0%" } },
          color,
        },
      },
      {
        transform: [only("end")],
        mark: { type: "rule", strokeWidth: 2.2 },
        encoding: { x, y: { ...y, field: "low" }, y2: { field: "high" }, color },
      },
      {
        transform: [only("end")],
        mark: { type: "point", filled: true, size: 60, opacity: 1 },
        encoding: { x, y: { ...y, field: "value" }, color },
      },
      {
        transform: [only("end")],
        mark: { type: "text", align: "left", fontWeight: 600, dx: 14 },
        encoding: { x: { value: 572 }, y: { ...y, field: "place" }, text: { field: "text" }, color },
      },
    ],
  });
}

/** Heights for labels near these values that leave each a line of its own, from 0 to 1. */
function apart(values: readonly number[]): readonly number[] {
  const line = 0.065;
  const order = values.map((_, i) => i).sort((a, b) => values[a] - values[b]);
  const places = [...values];
  order.forEach((i, rank) => {
    const least = rank === 0 ? 0.02 : places[order[rank - 1]] + line;
    places[i] = Math.max(values[i], least);
  });
  return places;
}

import type { PitRow } from "../core/calibrationRow.js";
import type { ChartSpec } from "../core/chart.js";
import { InputError } from "../core/errors.js";
import { groupText } from "../core/groupText.js";
import { decimals, pText } from "../core/print.js";
import { colours, themed } from "./theme.js";
import type { Words } from "./zoneMonths.js";

/**
 * Where outcomes fell in their forecasts, a histogram a row: level if the forecasts are right, a hollow if they are too narrow,
 * a hill if too wide, a slope if too low or too high. Bars are without drawing, orange where they leave the band of 95%; ticks
 * are one drawing.
 *
 * @throws InputError when there is no row
 */
export function pitChart(rows: readonly PitRow[], { title, subtitle }: Words): ChartSpec {
  if (rows.length === 0) throw new InputError("pitChart: needs a row, got none");
  const top =
    Math.max(2, ...rows.flatMap(({ mean, randomised, band }) => [...mean, ...randomised, band[1] ?? 0])) * 1.04;
  const x = {
    ...{ type: "quantitative", scale: { domain: [0, 1], nice: false } },
    ...{ title: "place of the outcome in its forecast", axis: { values: [0, 0.5, 1], format: "~g", grid: false } },
  };
  return themed(title, subtitle, {
    columns: Math.min(3, rows.length),
    spacing: 34,
    concat: rows.map((row, i) => {
      const y = {
        ...{ type: "quantitative", scale: { domain: [0, top], nice: false } },
        ...{ title: i % 3 === 0 ? "outcomes over those promised" : null, axis: { tickCount: 4, grid: false } },
      };
      return panel(row, x, y);
    }),
  });
}

function panel(row: PitRow, x: ChartSpec, y: ChartSpec): ChartSpec {
  const { n, designEffect, p, mean, randomised, band } = row;
  const high = band[1] ?? 0;
  const bars = mean.map((height, i) => ({
    ...{ since: i / mean.length, until: (i + 1) / mean.length, floor: 0, height, drawn: randomised[i] },
    state: height < band[0] || height > high ? "outside the band" : "inside the band",
  }));
  const across = { x: { ...x, field: "since" }, x2: { field: "until" } };
  return {
    title: {
      ...{ text: groupText(row), fontSize: 13, subtitleFontSize: 11.5, anchor: "start", frame: "group", offset: 8 },
      subtitle: `n ${decimals(n, 0)}, worth ${decimals(n / designEffect, 0)}; level: ${pText(p)}`,
    },
    width: 240,
    height: 170,
    layer: [
      {
        data: { values: [{ since: 0, until: 1, low: band[0], high }] },
        mark: { type: "rect", color: colours.faint, opacity: 0.75 },
        encoding: { ...across, y: { ...y, field: "low" }, y2: { field: "high" } },
      },
      {
        data: { values: bars },
        mark: { type: "rect", stroke: "white", strokeWidth: 1.5, opacity: 0.75 },
        encoding: {
          ...{ ...across, y: { ...y, field: "floor" }, y2: { field: "height" } },
          color: {
            ...{ field: "state", type: "nominal", legend: null },
            scale: { domain: ["inside the band", "outside the band"], range: [colours.blue, colours.orange] },
          },
        },
      },
      {
        data: { values: bars },
        mark: { type: "rule", color: colours.ink, strokeWidth: 1.2 },
        encoding: { ...across, y: { ...y, field: "drawn" } },
      },
      {
        data: { values: [{ level: 1 }] },
        mark: { type: "rule", color: colours.quiet, strokeDash: [4, 4] },
        encoding: { y: { ...y, field: "level" } },
      },
    ],
  };
}

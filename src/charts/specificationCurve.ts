import type { ChartSpec } from "../core/chart.js";
import { InputError } from "../core/errors.js";
import type { Multiverse, ReadingVerdict } from "../core/multiverse.js";
import { curvePoints } from "./curvePoints.js";
import { curveRows } from "./curveRows.js";
import { colours, themed } from "./theme.js";
import type { Words } from "./zoneMonths.js";

const width = 820;

/** Verdicts and their colours; what is uncertain recedes. */
const verdicts: readonly { readonly verdict: ReadingVerdict; readonly color: string }[] = [
  { verdict: "holds", color: colours.blue },
  { verdict: "uncertain", color: "#b9c2cc" },
  { verdict: "fails", color: colours.orange },
];

/**
 * Every reading of a claim in one picture. Above, the ratios from the least to the greatest with their intervals, in the
 * colour of their verdict at the threshold listed first, the thresholds as lines. Below, a row for each choice with a mark
 * below each ratio that was got by it, and how many of its readings hold, are uncertain and fail; the rows of thresholds show
 * the verdict at each of them. Readings that differ in their threshold alone share one place.
 *
 * @throws InputError when no reading has a ratio above 0 with an interval
 * @see Simonsohn, Simmons & Nelson (2020) Nature Human Behaviour 4, 1208–1214
 */
export function specificationCurve(multiverse: Multiverse, { title, subtitle }: Words): ChartSpec {
  const points = curvePoints(multiverse);
  if (points.length === 0)
    throw new InputError("specificationCurve: needs a reading with a ratio above 0 and an interval, got none");
  const first = multiverse.preferred.choices.threshold;
  const { rows, runs } = curveRows(multiverse, points);
  const drawn = points.map(({ x, ratio, low, high, verdict }) => ({
    x,
    verdict,
    ratio: short(ratio),
    low: short(low),
    high: short(high),
  }));
  const ratios = points.map(({ ratio }) => ratio);
  const edges = [Math.min(0.8, ratios[0] / 1.8), Math.max(1.25, ratios[ratios.length - 1] * 1.8)];
  const thresholds = multiverse.dimensions
    .flatMap(({ name, choices }) => (name === "threshold" ? choices : []))
    .map(({ name }, i) => ({ at: Number(name), text: i === 0 ? `threshold ${name}` : name, isFirst: i === 0 }))
    .filter(({ at }) => at > edges[0] && at < edges[1]);
  const x = { type: "quantitative", scale: { domain: [0, points.length], nice: false }, axis: null };
  const logs = { type: "log", domain: edges, nice: false, clamp: true };
  const ticks = [0.1, 0.125, 0.25, 0.5, 0.75, 1, 1.5, 2, 3, 4, 8, 16].filter(
    (one) => one >= edges[0] && one <= edges[1],
  );
  const y = {
    type: "quantitative",
    scale: logs,
    title: "times the earlier rate",
    axis: { values: ticks, format: "~g" },
  };
  const color = {
    ...{ field: "verdict", type: "nominal", legend: null },
    scale: { domain: verdicts.map((one) => one.verdict), range: verdicts.map((one) => one.color) },
  };
  const row = { type: "quantitative", scale: { domain: [rows[rows.length - 1].at + 1, 0], nice: false }, axis: null };
  const beside = (field: string, look: ChartSpec, at: number): ChartSpec => ({
    data: { values: rows },
    mark: { type: "text", baseline: "middle", fontSize: 12, ...look },
    encoding: { x: { value: at }, y: { ...row, field: "middle" }, text: { field } },
  });
  const each = points.length / width;
  const legend = [
    { text: "holds", color: colours.blue, dx: 0 },
    { text: "uncertain", color: colours.quiet, dx: 44 },
    { text: "fails", color: colours.orange, dx: 110 },
    {
      text: `at ${multiverse.direction === "rise" ? "more" : "less"} than ${first} times the earlier rate`,
      color: colours.quiet,
      dx: 142,
    },
  ];
  return themed(title, subtitle, {
    spacing: 10,
    vconcat: [
      {
        width,
        height: 270,
        layer: [
          {
            data: { values: thresholds },
            mark: { type: "rule", color: colours.quiet },
            encoding: {
              y: { ...y, field: "at" },
              strokeDash: {
                field: "isFirst",
                type: "nominal",
                legend: null,
                scale: {
                  domain: [true, false],
                  range: [
                    [1, 0],
                    [4, 4],
                  ],
                },
              },
            },
          },
          {
            data: { values: thresholds },
            mark: { type: "text", align: "left", dx: 6, fontSize: 12, color: colours.quiet },
            encoding: { x: { value: width }, y: { ...y, field: "at" }, text: { field: "text" } },
          },
          {
            data: { values: drawn },
            mark: { type: "rule", strokeWidth: Math.max(0.8, Math.min(3, 0.62 / each)) },
            encoding: { x: { ...x, field: "x" }, y: { ...y, field: "low" }, y2: { field: "high" }, color },
          },
          {
            data: { values: drawn },
            mark: {
              type: "point",
              filled: true,
              opacity: 1,
              size: Math.max(5, Math.min(40, 6 / each)),
              color: colours.ink,
            },
            encoding: { x: { ...x, field: "x" }, y: { ...y, field: "ratio" } },
          },
          ...legend.map(({ text, color, dx }) => ({
            data: { values: [{ text }] },
            mark: { type: "text", align: "left", baseline: "bottom", fontWeight: 600, color, dx },
            encoding: { x: { value: 0 }, y: { value: -6 }, text: { field: "text" } },
          })),
        ],
      },
      {
        width,
        height: 17 * (rows[rows.length - 1].at + 1),
        layer: [
          {
            data: { values: rows.filter(({ isHead }) => !isHead) },
            mark: { type: "rect", color: "#f4f6f8" },
            encoding: { y: { ...row, field: "top" }, y2: { field: "bottom" } },
          },
          {
            data: { values: runs },
            mark: { type: "rect" },
            encoding: {
              x: { ...x, field: "left" },
              x2: { field: "right" },
              y: { ...row, field: "top" },
              y2: { field: "bottom" },
              color,
            },
          },
          beside("head", { align: "left", fontWeight: 600, color: colours.ink }, 0),
          beside("label", { align: "right", dx: -10, color: colours.ink }, 0),
          beside("share", { align: "left", dx: 10, color: colours.quiet }, width),
        ],
      },
    ],
  });
}

/** Four digits are more than a drawing shows. */
function short(value: number): number {
  return Number(value.toPrecision(4));
}

import type { ChartSpec } from "../core/chart.js";
import { InputError } from "../core/errors.js";
import type { SkillRow } from "../core/skillRow.js";
import { apart } from "./apart.js";
import { coloursOf } from "./murphyChart.js";
import { colours, themed } from "./theme.js";
import type { Words } from "./zoneMonths.js";

const height = 300;

/** What a chart of skill shows of a row. */
export type SkillPoint = Pick<SkillRow, "model" | "step" | "metric" | "against" | "skill" | "interval">;

/**
 * Skill against a reference by step, a line a model with its intervals and its name at the end. Above the rule a model beats
 * the reference; 100% would be without loss. Steps without skill have no dot.
 *
 * @throws InputError when no row has a skill and a step, rows are of several metrics or references, or share a model and step
 */
export function skillChart(rows: readonly SkillPoint[], { title, subtitle }: Words): ChartSpec {
  const points = rows.flatMap(({ model, step, skill, interval }) => {
    if (step === undefined || skill === null) return [];
    const [low, high] = interval ?? [skill, skill];
    return [{ model, step, skill, low, high: high ?? skill }];
  });
  if (points.length === 0)
    throw new InputError(`skillChart: needs rows with a step and a skill, got none of ${rows.length}`);
  const kinds = new Set(rows.map(({ metric, against }) => `${metric} against ${against}`));
  if (kinds.size > 1) throw new InputError(`skillChart: needs one metric and reference, got ${[...kinds].join(", ")}`);
  const places = new Set(points.map(({ model, step }) => JSON.stringify([model, step])));
  if (places.size < points.length)
    throw new InputError(`skillChart: needs one row a model and step, got ${points.length} for ${places.size}`);
  const models = [...new Set(points.map(({ model }) => model))];
  const steps = [...new Set(points.map(({ step }) => step))].sort((a, b) => a - b);
  const edges = [Math.min(0, ...points.map(({ low }) => low)), Math.max(0, ...points.map(({ high }) => high))];
  const margin = 0.06 * (edges[1] - edges[0] || 1);
  const domain = [edges[0] - margin, edges[1] + margin] as const;
  const ends = models.map((model) =>
    points.filter((one) => one.model === model).reduce((a, b) => (b.step > a.step ? b : a)),
  );
  const gap = (16 / height) * (domain[1] - domain[0]);
  const heights = apart(
    ends.map(({ skill }) => skill),
    gap,
    domain,
  );
  const labels = ends.map(({ model }, i) => ({ model, at: heights[i] }));
  const y = {
    ...{ type: "quantitative", title: `skill by ${rows[0].metric}`, scale: { domain, nice: false } },
    axis: { format: ".0%", tickCount: 6, titlePadding: 12 },
  };
  const x = {
    ...{ field: "step", type: "ordinal", sort: steps, title: "periods ahead", scale: { paddingOuter: 0.3 } },
    axis: { labelAngle: 0, grid: false, domain: false, ticks: false },
  };
  const color = {
    field: "model",
    type: "nominal",
    scale: { domain: models, range: coloursOf(models.length) },
    legend: null,
  };
  // Side by side, so that intervals do not cover each other.
  const xOffset = { field: "model", type: "nominal", sort: models, scale: { domain: models, paddingOuter: 1.2 } };
  return themed(title, subtitle, {
    ...{ width: Math.max(360, 96 * steps.length), height, data: { values: points } },
    layer: [
      {
        data: { values: [{ zero: 0, text: `as good as ${rows[0].against}` }] },
        layer: [
          {
            mark: { type: "rule", color: colours.quiet, strokeDash: [4, 4] },
            encoding: { y: { ...y, field: "zero" } },
          },
          {
            mark: { type: "text", align: "left", baseline: "top", dx: 4, dy: 4, color: colours.quiet, fontSize: 11 },
            encoding: { x: { value: 0 }, y: { ...y, field: "zero" }, text: { field: "text" } },
          },
        ],
      },
      {
        mark: { type: "rule", strokeWidth: 2, opacity: 0.45 },
        encoding: { x, xOffset, y: { ...y, field: "low" }, y2: { field: "high" }, color },
      },
      { mark: { type: "line", strokeWidth: 1.6 }, encoding: { x, xOffset, y: { ...y, field: "skill" }, color } },
      {
        mark: { type: "point", filled: true, size: 55, opacity: 1 },
        encoding: { x, xOffset, y: { ...y, field: "skill" }, color },
      },
      {
        data: { values: labels },
        mark: { type: "text", align: "left", dx: 8, fontWeight: 600, limit: 260 },
        encoding: { x: { value: "width" }, y: { ...y, field: "at" }, text: { field: "model" }, color },
      },
    ],
  });
}

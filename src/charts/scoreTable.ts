import type { ChartSpec } from "../core/chart.js";
import { InputError } from "../core/errors.js";
import { decimals, decimalsFor } from "../core/print.js";
import type { ScoreSummary } from "../core/scoreSummary.js";
import { colours, themed } from "./theme.js";
import type { Words } from "./zoneMonths.js";

/**
 * Mean scores as a table, a row a model and a column a step (or all steps together), the best model on top. A square is the
 * darker the further its score lies above the best of its column, which `‡` marks; `∞` is an infinite mean. For losses, of which
 * less is better.
 *
 * @throws InputError when there is no row, rows are of several metrics, have no model, or share a square
 */
export function scoreTable(rows: readonly ScoreSummary[], { title, subtitle }: Words): ChartSpec {
  if (rows.length === 0) throw new InputError("scoreTable: needs a row, got none");
  const metrics = [...new Set(rows.map(({ metric }) => metric))];
  if (metrics.length > 1) throw new InputError(`scoreTable: needs one metric, got ${metrics.join(", ")}`);
  const cells = rows.map(({ model, step, mean, key }) => {
    if (model === undefined) throw new InputError("scoreTable: needs rows by model, got one without");
    const parts = [step === undefined ? "all steps" : `step ${step}`, ...Object.values(key)];
    return { model, step: step ?? 0, column: parts.join(", "), mean };
  });
  const places = new Set(cells.map(({ model, column }) => JSON.stringify([model, column])));
  if (places.size < cells.length)
    throw new InputError(`scoreTable: needs one row a model and step, got ${cells.length} for ${places.size}`);
  const columns = [...new Map(cells.map(({ column, step }) => [column, step]))]
    .sort((a, b) => a[1] - b[1])
    .map(([name]) => name);
  const best = new Map(
    columns.map((column) => {
      const own = cells.filter((cell) => cell.column === column);
      return [column, Math.min(...own.map(({ mean }) => mean ?? Infinity))];
    }),
  );
  const digits = decimalsFor(cells.map(({ mean }) => mean));
  const values = cells.map(({ model, column, mean }) => {
    const least = best.get(column) ?? 0;
    const excess =
      mean === null ? farthest : least > 0 ? Math.min(farthest, mean / least - 1) : mean > least ? farthest : 0;
    const isBest = mean !== null && mean <= least;
    const text = mean === null ? "∞" : `${decimals(mean, digits)}${isBest ? " ‡" : ""}`;
    return { model, column, excess, text };
  });
  const models = rankedModels(values);
  const x = { field: "column", type: "ordinal", sort: columns, title: null };
  const y = { field: "model", type: "ordinal", sort: models, title: null };
  const ink = { labelColor: colours.ink, domain: false, ticks: false, labelPadding: 6 };
  return themed(title, subtitle, {
    data: { values },
    width: { step: columns.length > 8 ? 62 : 78 },
    height: { step: 26 },
    layer: [
      {
        mark: { type: "rect", stroke: "white", strokeWidth: 2 },
        encoding: {
          x: { ...x, axis: { ...ink, labelAngle: 0, orient: "top", labelColor: colours.quiet } },
          y: { ...y, axis: { ...ink, labelLimit: 360, labelFontSize: 12.5 } },
          color: {
            ...{ field: "excess", type: "quantitative", title: `${metrics[0]}: above the best of the column` },
            scale: { domain: [0, farthest], range: ["#e6f4ee", "#fdf1d6", "#f3b08f"] },
            legend: {
              ...{
                orient: "bottom",
                format: ".0%",
                values: [0, 0.25, 0.5],
                gradientLength: 220,
                gradientThickness: 10,
              },
              ...{ titleColor: colours.quiet, titleFontWeight: "normal", titleLimit: 420, labelColor: colours.quiet },
            },
          },
        },
      },
      { mark: { type: "text" }, encoding: { x, y, text: { field: "text" } } },
    ],
  });
}

/** Twice as far above the best looks no worse than this. */
const farthest = 0.5;

/** Models by how far they lie above the best of their columns, in the mean. */
function rankedModels(values: readonly { model: string; excess: number }[]): string[] {
  const sums = new Map<string, { sum: number; n: number }>();
  for (const { model, excess } of values) {
    const { sum, n } = sums.get(model) ?? { sum: 0, n: 0 };
    sums.set(model, { sum: sum + excess, n: n + 1 });
  }
  return [...sums].sort(([, a], [, b]) => a.sum / a.n - b.sum / b.n).map(([model]) => model);
}

import type { ChartSpec } from "../core/chart.js";
import { InputError } from "../core/errors.js";
import { groupText } from "../core/groupText.js";
import { decimals, decimalsFor } from "../core/print.js";
import type { MurphyRow } from "../core/reliabilityRow.js";
import { colours, palette, themed } from "./theme.js";
import type { Words } from "./zoneMonths.js";

/**
 * Murphy diagrams over one another: the mean elementary score at each threshold, a line a row, the lower the better. A row
 * that is nowhere above another is no worse by any score that fits what was forecast; where lines cross, it depends on the
 * score. The legend gives each its mean score, which the area below its line makes.
 *
 * @throws InputError when there is no row, or rows are of different functionals
 */
export function murphyChart(rows: readonly MurphyRow[], { title, subtitle }: Words): ChartSpec {
  if (rows.length === 0) throw new InputError("murphyChart: needs a row, got none");
  const [{ of }] = rows;
  if (rows.some((row) => JSON.stringify(row.of) !== JSON.stringify(of)))
    throw new InputError("murphyChart: needs rows of one functional, got several");
  // The squared error is twice the area.
  const means = rows.map(({ area }) => (of === "mean" ? 2 * area : area));
  const digits = decimalsFor(means) + 1;
  const name = of === "mean" ? "squared error" : "pinball loss";
  const labels = rows.map((row, i) => `${groupText(row)}: ${name} ${decimals(means[i], digits)}`);
  const twice = labels.find((label, i) => labels.indexOf(label) !== i);
  if (twice !== undefined) throw new InputError(`murphyChart: needs a label a row, got ${JSON.stringify(twice)} twice`);
  const values = rows.flatMap(({ thetas, scores }, i) =>
    thetas.map((theta, t) => ({ theta, score: scores[t], label: labels[i] })),
  );
  const from = Math.min(...values.map(({ theta }) => theta));
  const to = Math.max(...values.map(({ theta }) => theta));
  return themed(title, subtitle, {
    ...{ width: 640, height: 270, data: { values } },
    mark: { type: "line", strokeWidth: 2, clip: true },
    encoding: {
      x: {
        ...{ field: "theta", type: "quantitative", title: "threshold of the decision" },
        ...{ scale: { domain: [from, to], nice: false }, axis: { grid: false } },
      },
      y: { field: "score", type: "quantitative", title: "mean elementary score", axis: { tickCount: 5 } },
      color: {
        ...{ field: "label", type: "nominal", title: null, scale: { domain: labels, range: coloursOf(labels.length) } },
        legend: {
          orient: "top",
          columns: 2,
          labelLimit: 420,
          labelColor: colours.ink,
          labelFontSize: 12,
          symbolType: "stroke",
        },
      },
    },
  });
}

/** As many colours as are asked for; those of the palette again where there are more. */
export function coloursOf(count: number): string[] {
  return Array.from({ length: count }, (_, i) => palette[i % palette.length]);
}

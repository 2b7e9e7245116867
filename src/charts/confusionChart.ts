import type { ChartSpec } from "../core/chart.js";
import { InputError } from "../core/errors.js";
import { percent } from "../core/print.js";
import type { Separation } from "../core/separation.js";
import { colours, themed } from "./theme.js";
import type { Words } from "./zoneMonths.js";

/**
 * How often data made under one explanation are taken for another: a row for what they were made under, a column for what
 * they were taken for, darker where it is more often; each row adds to 100%.
 *
 * @throws InputError when there is no explanation, or the matrix is not of as many rows and columns as there are
 */
export function confusionChart({ hypotheses, matrix }: Separation, { title, subtitle }: Words): ChartSpec {
  const size = hypotheses.length;
  if (size === 0) throw new InputError("confusionChart: needs explanations, got none");
  if (matrix.length !== size || matrix.some((row) => row.length !== size))
    throw new InputError(
      `confusionChart: needs a matrix of ${size} by ${size}, got ${matrix.map((row) => row.length).join(", ") || "none"}`,
    );
  const labels = hypotheses.map(({ label }) => label);
  const names = labels.map((label, i) => (labels.indexOf(label) === i ? label : `${label} (${hypotheses[i].id})`));
  const values = matrix.flatMap((row, i) =>
    row.map((share, j) => ({ made: names[i], taken: names[j], share, text: percent(share), isRight: i === j })),
  );
  const axis = { domain: false, ticks: false, labelColor: colours.ink, labelFontSize: 12.5, labelLimit: 260 };
  const x = {
    field: "taken",
    type: "nominal",
    sort: names,
    title: "taken for",
    axis: { ...axis, labelAngle: 0, labelExpr: "split(datum.label, ' ')" },
  };
  const y = { field: "made", type: "nominal", sort: names, title: "made under", axis: { ...axis, labelPadding: 8 } };
  return themed(title, subtitle, {
    data: { values },
    width: { step: 104 },
    height: { step: 46 },
    layer: [
      {
        mark: { type: "rect", stroke: "white", strokeWidth: 2 },
        encoding: {
          x,
          y,
          color: {
            ...{ field: "share", type: "quantitative", legend: null },
            scale: { domain: [0, 1], range: ["#f4f6f8", colours.blue] },
          },
        },
      },
      {
        mark: { type: "text", fontSize: 13, fontWeight: { expr: "datum.isRight ? 600 : 400" } },
        encoding: {
          ...{ x, y, text: { field: "text" } },
          color: { condition: { test: "datum.share > 0.55", value: "white" }, value: colours.ink },
        },
      },
    ],
  });
}

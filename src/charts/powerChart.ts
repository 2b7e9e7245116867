import type { ChartSpec } from "../core/chart.js";
import { InputError } from "../core/errors.js";
import type { PeriodsNeeded } from "../core/power.js";
import { percent } from "../core/print.js";
import { colours, palette, themed } from "./theme.js";
import type { Words } from "./zoneMonths.js";

/**
 * The power of comparisons as the stretch after grows, a line each, with the wanted power as a rule and the first number of
 * periods that reaches it marked.
 *
 * @throws InputError when there is nothing to draw
 */
export function powerChart(found: readonly PeriodsNeeded[], { title, subtitle }: Words): ChartSpec {
  if (found.length === 0) throw new InputError("powerChart: needs at least one comparison, got none");
  const names = found.map(nameOf);
  const points = found.flatMap((one) => one.curve.map((point) => ({ ...point, name: nameOf(one) })));
  const reached = found.flatMap(({ after, curve, ...one }) => {
    const at = curve.find((point) => point.after === after);
    return at === undefined ? [] : { ...at, name: nameOf(one), text: `${at.after}` };
  });
  const { wanted } = found[0];
  const most = Math.max(...points.map((point) => point.after));
  const x = {
    ...{
      field: "after",
      type: "quantitative",
      title: "periods after the change",
      scale: { domain: [0, most + 1], nice: false },
    },
    axis: { grid: false, tickMinStep: 1, format: "d" },
  };
  const y = {
    ...{ field: "power", type: "quantitative", title: "chance that the change is seen", scale: { domain: [0, 1] } },
    axis: { format: ".0%", tickCount: 5 },
  };
  const color = {
    ...{ field: "name", type: "nominal", title: null },
    scale: { domain: names, range: palette.slice(0, names.length) },
    legend: { orient: "top", labelLimit: 400, labelColor: colours.ink, labelFontSize: 12 },
  };
  return themed(title, subtitle, {
    ...{ width: 640, height: 260, data: { values: points } },
    layer: [
      {
        data: { values: [{ power: wanted, text: `wanted: ${percent(wanted)}` }] },
        layer: [
          { mark: { type: "rule", color: colours.quiet, strokeDash: [4, 4] }, encoding: { y } },
          {
            mark: { type: "text", align: "left", baseline: "bottom", dx: 6, dy: -4, color: colours.quiet },
            encoding: { x: { value: 0 }, y, text: { field: "text" } },
          },
        ],
      },
      { mark: { type: "line", strokeWidth: 2.2, point: { size: 28 } }, encoding: { x, y, color } },
      {
        data: { values: reached },
        layer: [
          { mark: { type: "point", filled: true, size: 120, opacity: 1 }, encoding: { x, y, color } },
          {
            mark: { type: "text", align: "left", baseline: "top", dx: 7, dy: 6, fontWeight: 600 },
            encoding: { x, y, text: { field: "text" }, color },
          },
        ],
      },
    ],
  });
}

function nameOf({ test, phi }: Pick<PeriodsNeeded, "test" | "phi">): string {
  return phi === 1 ? test : `${test}, variance ${phi} times the mean`;
}

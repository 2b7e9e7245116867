import type { ChartSpec } from "../core/chart.js";
import { InputError } from "../core/errors.js";
import type { Interval } from "../core/finding.js";
import { decimals } from "../core/print.js";
import { colours, palette, themed } from "./theme.js";
import type { Words } from "./zoneMonths.js";

/** One ratio with its interval; `group` gathers rows under one heading and colour. */
export interface Ratio {
  readonly label: string;
  readonly group: string;
  readonly estimate: number;
  readonly interval: Interval;
  readonly n: number;
}

const nearTicks = [0.125, 0.25, 0.5, 0.75, 1, 1.5, 2, 3, 4, 8, 16];
const farTicks = [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30, 100, 300, 1000, 3000, 10000];

/**
 * Rate ratios with their intervals on a log scale, the line of no change marked; the numbers stand beside the marks. An
 * interval without a bound ends in an arrow at the edge.
 *
 * @throws InputError when there is no ratio, one is not above 0, or two of a group have one label
 */
export function forest(ratios: readonly Ratio[], { title, subtitle }: Words): ChartSpec {
  const odd = ratios.find((one) => !(one.estimate > 0));
  if (ratios.length === 0 || odd) throw new InputError(`forest: needs ratios above 0, got ${odd?.estimate ?? "none"}`);
  const ends = ratios.flatMap(({ estimate, interval: [low, high] }) => [
    low > 0 ? low : estimate / 4,
    high ?? estimate * 4,
  ]);
  const edges = [Math.min(0.5, ...ends) / 1.06, Math.max(2, ...ends) * 1.06];
  const labels = ratios.map(({ label, group }) =>
    ratios.filter((one) => one.label === label).length > 1 ? `${label} (${group})` : label,
  );
  const twice = labels.find((label, i) => labels.indexOf(label) !== i);
  if (twice !== undefined) throw new InputError(`forest: needs a label a row, got ${JSON.stringify(twice)} twice`);
  const values = ratios.map(({ group, estimate, interval: [low, high], n }, i) => ({
    label: labels[i],
    group,
    n,
    estimate,
    low: Math.max(low, edges[0]),
    high: high ?? edges[1],
    open: high === null ? "→" : "",
    text: `${decimals(estimate, 2)} [${decimals(low, 2)}, ${decimals(high, 2)}]   n ${decimals(n, 0)}`,
  }));
  const groups = [...new Set(ratios.map((one) => one.group))];
  const ticks = (edges[1] / edges[0] > 100 ? farTicks : nearTicks).filter(
    (tick) => tick >= edges[0] && tick <= edges[1],
  );
  const y = {
    field: "label",
    type: "nominal",
    sort: labels,
    title: null,
    axis: {
      labelLimit: 480,
      domain: false,
      ticks: false,
      labelPadding: 10,
      labelColor: colours.ink,
      labelFontSize: 12.5,
    },
  };
  const x = {
    type: "quantitative",
    scale: { type: "log", domain: edges, nice: false },
    title: "times the earlier rate",
    axis: { values: ticks, format: "~g" },
  };
  const color = {
    field: "group",
    type: "nominal",
    sort: groups,
    scale: { domain: groups, range: palette },
    legend:
      groups.length > 1
        ? { title: null, orient: "bottom", labelLimit: 400, labelFontSize: 12, symbolType: "circle" }
        : null,
  };
  return themed(title, subtitle, {
    data: { values },
    width: 430,
    height: { step: 27 },
    layer: [
      {
        data: { values: [{}] },
        mark: { type: "rule", strokeDash: [4, 3], color: colours.quiet },
        encoding: { x: { ...x, datum: 1 } },
      },
      {
        mark: { type: "rule", strokeWidth: 2.2 },
        encoding: { y, x: { ...x, field: "low" }, x2: { field: "high" }, color },
      },
      {
        mark: { type: "point", filled: true, size: 75, opacity: 1 },
        encoding: { y, x: { ...x, field: "estimate" }, color },
      },
      {
        mark: { type: "text", align: "right", dx: 4 },
        encoding: { y, x: { ...x, field: "high" }, text: { field: "open" } },
      },
      { mark: { type: "text", align: "left", dx: 12 }, encoding: { y, x: { value: 430 }, text: { field: "text" } } },
    ],
  });
}

import type { ChartSpec } from "../core/chart.js";
import { InputError } from "../core/errors.js";
import type { Interval } from "../core/finding.js";
import { decimals } from "../core/print.js";
import { forestRows } from "./forestRows.js";
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
 * Rate ratios with their intervals on a log scale, the line of no change marked; the numbers stand beside the marks. Rows of
 * several groups stand under a heading each, or, where groups alternate, have a colour that a legend names. An interval that
 * reaches to 0, or has no bound, ends in an arrow at the edge.
 *
 * @throws InputError when there is no ratio, one is not above 0, or two of a group have one label
 */
export function forest(ratios: readonly Ratio[], { title, subtitle }: Words): ChartSpec {
  const odd = ratios.find((one) => !(one.estimate > 0));
  if (ratios.length === 0 || odd) throw new InputError(`forest: needs ratios above 0, got ${odd?.estimate ?? "none"}`);
  const edges = edgesOf(ratios);
  const { rows, heads, isHeaded } = forestRows(ratios);
  const values = ratios.map(({ group, estimate, interval: [low, high], n }, i) => ({
    row: rows[i].row,
    group,
    estimate,
    low: Math.max(low, edges[0]),
    high: high ?? edges[1],
    text: `${decimals(estimate, 2)} [${decimals(low, 2)}, ${decimals(high, 2)}]`,
    n: `n ${decimals(n, 0)}`,
  }));
  const groups = [...new Set(ratios.map((one) => one.group))];
  const y = {
    ...{ field: "row", type: "nominal", axis: null },
    scale: { domain: Array.from({ length: rows.length + heads.length }, (_, row) => row) },
  };
  const x = {
    type: "quantitative",
    scale: { type: "log", domain: edges, nice: false },
    title: "times the earlier rate",
    axis: { values: ticksOf(edges), format: "~g" },
  };
  const color = {
    ...{ field: "group", type: "nominal", sort: groups, scale: { domain: groups, range: palette } },
    legend:
      groups.length > 1 && !isHeaded
        ? { title: null, orient: "bottom", labelLimit: 400, labelFontSize: 12, symbolType: "circle" }
        : null,
  };
  const arrow = (shape: string, field: "low" | "high", at: readonly unknown[]): readonly ChartSpec[] =>
    at.length === 0
      ? []
      : [
          {
            data: { values: at },
            mark: { type: "point", shape, filled: true, size: 70, opacity: 1 },
            encoding: { y, x: { ...x, field }, color },
          },
        ];
  const beside = (field: string, look: ChartSpec): ChartSpec => ({
    mark: { type: "text", baseline: "middle", ...look },
    encoding: { y, x: { value: width }, text: { field } },
  });
  const named = (all: readonly unknown[], look: ChartSpec, some: ChartSpec): ChartSpec => ({
    data: { values: all },
    mark: { type: "text", align: "right", baseline: "middle", dx: -10, fontSize: 12.5, limit: 480, ...look },
    encoding: { y, x: { value: 0 }, text: { field: "label" }, ...some },
  });
  return themed(title, subtitle, {
    data: { values },
    width,
    height: { step: 25 },
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
      ...arrow(
        "triangle-left",
        "low",
        values.filter((_, i) => !(ratios[i].interval[0] > 0)),
      ),
      ...arrow(
        "triangle-right",
        "high",
        values.filter((_, i) => ratios[i].interval[1] === null),
      ),
      named(rows, { color: colours.ink }, {}),
      ...(isHeaded ? [named(heads, { fontWeight: 600 }, { color })] : []),
      beside("text", { align: "left", dx: 12 }),
      beside("n", {
        align: "right",
        dx: 12 + gapOf(values.map(({ text, n }) => `${text}  ${n}`)),
        color: colours.quiet,
      }),
    ],
  });
}

const width = 400;

/** As wide as the longest of these texts, in a size of 12. */
function gapOf(texts: readonly string[]): number {
  return Math.ceil(5.9 * Math.max(...texts.map((text) => text.length)));
}

/** From the least end to the greatest, and from half to double at the least. */
function edgesOf(ratios: readonly Ratio[]): readonly [number, number] {
  const ends = ratios.flatMap(({ estimate, interval: [low, high] }) => [
    low > 0 ? low : estimate / 4,
    high ?? estimate * 4,
  ]);
  return [Math.min(0.5, ...ends) / 1.06, Math.max(2, ...ends) * 1.06];
}

function ticksOf([low, high]: readonly [number, number]): readonly number[] {
  return (high / low > 100 ? farTicks : nearTicks).filter((tick) => tick >= low && tick <= high);
}

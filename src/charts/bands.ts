import type { ChartSpec } from "../core/chart.js";
import { colours } from "./theme.js";

/** Over each stretch from `since` to `until`: an interval from `low` to `high` as a band, and its `mean` as a rule. */
export function bands(values: readonly ChartSpec[], x: ChartSpec, y: ChartSpec): readonly ChartSpec[] {
  const across = { x: { ...x, field: "since" }, x2: { field: "until" } };
  return [
    {
      data: { values },
      mark: { type: "rect", color: colours.blue, opacity: 0.2 },
      encoding: { ...across, y: { ...y, field: "low" }, y2: { field: "high" } },
    },
    {
      data: { values },
      mark: { type: "rule", color: colours.blue, strokeWidth: 2.5 },
      encoding: { ...across, y: { ...y, field: "mean" } },
    },
  ];
}

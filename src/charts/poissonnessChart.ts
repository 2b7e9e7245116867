import type { ChartSpec } from "../core/chart.js";
import { InputError } from "../core/errors.js";
import type { Poissonness } from "../core/poissonness.js";
import { percent } from "../core/print.js";
import { colours, themed } from "./theme.js";
import type { Words } from "./zoneMonths.js";

/**
 * In how many periods each count was seen, as bars, and in how many Poisson counts at one rate would show it, as a line with
 * the range of each; bars outside their range in another colour. Spread beyond Poisson shows as bars that are missing in the
 * middle and stand out at both ends.
 *
 * @throws InputError when there is not exactly one series, or it has no row
 */
export function poissonnessChart(found: readonly Poissonness[], { title, subtitle }: Words): ChartSpec {
  const [one] = found;
  if (found.length !== 1 || one.rows.length === 0)
    throw new InputError(`poissonnessChart: needs the rows of one series, got ${found.length} series`);
  const values = one.rows.map(({ count, seen, expected, interval: [low, high] }) => ({
    ...{ count, since: count - 0.5, until: count + 0.5, seen, expected, low, high },
    color: seen < low || seen > (high ?? seen) ? colours.orange : "#c3cdd8",
  }));
  const edges = [values[0].since, values[values.length - 1].until];
  const axis = { grid: false, tickMinStep: 1, format: "d" };
  const x = { type: "quantitative", scale: { domain: edges, nice: false }, title: "events in a period", axis };
  const y = { type: "quantitative", title: "periods", scale: { zero: true }, axis: { tickMinStep: 1, format: "d" } };
  const across = { x: { ...x, field: "since" }, x2: { field: "until" } };
  const said = (text: string, color: string, dx: number): ChartSpec => ({
    data: { values: [{ text }] },
    mark: { type: "text", align: "left", baseline: "bottom", fontWeight: 600, color, dx },
    encoding: { x: { value: 0 }, y: { value: -8 }, text: { field: "text" } },
  });
  return themed(title, subtitle, {
    ...{ width: 700, height: 230, data: { values } },
    layer: [
      {
        mark: { type: "rect", color: colours.blue, opacity: 0.15 },
        encoding: { ...across, y: { ...y, field: "low" }, y2: { field: "high" } },
      },
      {
        mark: { type: "rect", stroke: "white", strokeWidth: 1.5, opacity: 0.9 },
        encoding: {
          ...{ ...across, y: { ...y, field: "seen" }, y2: { datum: 0 } },
          color: { field: "color", type: "nominal", scale: null },
        },
      },
      {
        mark: { type: "line", color: colours.blue, strokeWidth: 2.2 },
        encoding: { x: { ...x, field: "count" }, y: { ...y, field: "expected" } },
      },
      said("seen", colours.quiet, 0),
      said("outside", colours.orange, 38),
      said(`Poisson counts at one rate, ${percent(one.level)} ranges`, colours.blue, 92),
    ],
  });
}

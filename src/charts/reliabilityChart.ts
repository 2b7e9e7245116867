import type { ChartSpec } from "../core/chart.js";
import { InputError } from "../core/errors.js";
import { groupText } from "../core/groupText.js";
import { decimals } from "../core/print.js";
import type { ReliabilityRow } from "../core/reliabilityRow.js";
import { colours, themed } from "./theme.js";
import type { Words } from "./zoneMonths.js";

/**
 * What came against what was said, a panel a row: on the dashed line both agree, above it too little was said and below it
 * too much. Dots are values that were said, larger where said more often; the shade is where they would lie if the forecasts
 * were right. Beside it the parts of the mean score.
 *
 * @throws InputError when there is no row
 */
export function reliabilityChart(rows: readonly ReliabilityRow[], { title, subtitle }: Words): ChartSpec {
  if (rows.length === 0) throw new InputError("reliabilityChart: needs a row, got none");
  const isChance = rows.every(({ of, points }) => of === "mean" && points.every(({ says }) => says >= 0 && says <= 1));
  const all = rows.flatMap(({ points }) =>
    points.flatMap(({ says, recalibrated, band }) => [says, recalibrated, ...band]),
  );
  const most = isChance ? 1 : all.reduce<number>((top, value) => Math.max(top, value ?? 0), 0);
  const least = isChance ? 0 : all.reduce<number>((low, value) => Math.min(low, value ?? 0), 0);
  const axis = isChance ? { format: ".0%", tickCount: 5 } : { tickCount: 5 };
  const scale = { domain: [least, most], nice: false };
  const quantity = { type: "quantitative", scale };
  return themed(title, subtitle, {
    columns: Math.min(3, rows.length),
    resolve: { scale: { size: "independent" } },
    spacing: 34,
    concat: rows.map((row, i) => {
      const isFirst = i % 3 === 0;
      const x = {
        ...quantity,
        axis: { ...axis, grid: false },
        title: isChance ? "chance that was said" : "value that was said",
      };
      const y = { ...quantity, axis, title: isFirst ? (isChance ? "share that came about" : "value that came") : null };
      return panel(row, x, y, [least, most], isChance);
    }),
  });
}

function panel(
  row: ReliabilityRow,
  x: ChartSpec,
  y: ChartSpec,
  [least, most]: readonly [number, number],
  isChance: boolean,
): ChartSpec {
  const values = row.points.map(({ says, n, recalibrated, band: [low, high] }) => ({
    says,
    n,
    recalibrated,
    low,
    high,
  }));
  const said = { ...x, field: "says" };
  const ends = [
    { says: least, recalibrated: least },
    { says: most, recalibrated: most },
  ];
  return {
    title: {
      text: groupText(row),
      subtitle: partsOf(row, isChance),
      fontSize: 13,
      subtitleFontSize: 11.5,
      anchor: "start",
      frame: "group",
      offset: 8,
    },
    width: 240,
    height: 240,
    data: { values },
    layer: [
      {
        mark: { type: "area", color: colours.blue, opacity: 0.14, interpolate: "linear" },
        encoding: { x: said, y: { ...y, field: "low" }, y2: { field: "high" } },
      },
      {
        data: { values: ends },
        mark: { type: "line", color: colours.quiet, strokeDash: [4, 4], strokeWidth: 1.2 },
        encoding: { x: said, y: { ...y, field: "recalibrated" } },
      },
      {
        mark: { type: "line", color: colours.blue, strokeWidth: 1.8 },
        encoding: { x: said, y: { ...y, field: "recalibrated" } },
      },
      {
        mark: { type: "point", filled: true, color: colours.blue, opacity: 0.85 },
        encoding: {
          ...{ x: said, y: { ...y, field: "recalibrated" } },
          size: {
            field: "n",
            type: "quantitative",
            scale: { domain: [0, Math.max(...values.map(({ n }) => n))], range: [0, 130] },
            legend: null,
          },
        },
      },
    ],
  };
}

function partsOf({ score, mcb, dsc, unc, loss, n }: ReliabilityRow, isChance: boolean): string[] {
  const name = { squared: isChance ? "Brier score" : "squared error", log: "log score", pinball: "pinball loss" }[loss];
  const [whole, first] = [score, mcb].map((one) => (one === null ? "∞" : decimals(one, 3)));
  return [
    `${name} ${whole} of ${decimals(n, 0)}`,
    `= ${first} miscal. − ${decimals(dsc, 3)} discrim. + ${decimals(unc, 3)} uncert.`,
  ];
}

import type { Calibration } from "../core/calibration.js";
import type { ChartSpec } from "../core/chart.js";
import { InputError } from "../core/errors.js";
import { colours, themed } from "./theme.js";
import type { Words } from "./zoneMonths.js";

/** Which rows of a table of calibrations are meant: all that agree with what is given, of the methods whose names begin so. */
export interface Picked extends Partial<Pick<Calibration, "question" | "periods" | "ratio">> {
  readonly methods?: readonly string[];
}

/**
 * How often each method errs: a row a method, a column a kind of counts. `show` says which share: false alarms at 5% (`at5`)
 * or at 1% (`at1`), or how often a 95% interval holds the truth (`covers`). What keeps its promise is green, too cautious
 * blue, too bold orange; an empty square was not measured. Of a whole table, `question`, `periods`, `ratio` and `methods`
 * pick the rows.
 *
 * @throws InputError when none of the rows has what is to be shown, or two of them share a square
 */
export function calibrationChart(
  rows: readonly Calibration[],
  { title, subtitle, show, ...picked }: Words & Picked & { readonly show: "at5" | "at1" | "covers" },
): ChartSpec {
  const cells = rows
    .filter((row) => isPicked(row, picked))
    .flatMap((row) => {
      const share = row[show];
      if (share === undefined) return [];
      const column = `${row.mean} a period`;
      return {
        // How the simulation was drawn is no part of the method.
        method: row.method.replace(/, (seed|draws): \d+/g, ""),
        kind: kindOf(row),
        column,
        share,
        text: `${(100 * share).toFixed(1)}%`,
        state: stateOf(share, show),
      };
    });
  if (cells.length === 0) throw new InputError(`calibrationChart: needs rows with ${show}, got none of ${rows.length}`);
  const places = new Set(cells.map(({ method, kind, column }) => `${method} ${kind} ${column}`));
  if (places.size < cells.length)
    throw new InputError(
      `calibrationChart: needs one row a square, got ${cells.length} for ${places.size}; pick by question, periods and ratio`,
    );
  const methods = [...new Set(cells.map((cell) => cell.method))];
  const kinds = [...new Set(cells.map((cell) => cell.kind))];
  const columns = [...new Set(cells.map((cell) => cell.column))];
  const x = { field: "column", type: "ordinal", sort: columns, title: null };
  const y = { field: "method", type: "ordinal", sort: methods, title: null };
  const ink = { labelColor: colours.ink, domain: false, ticks: false, labelPadding: 6 };
  const states = Object.keys(shades);
  return themed(title, subtitle, {
    data: { values: cells },
    facet: { column: { field: "kind", type: "ordinal", sort: kinds, title: null, header: { labelPadding: 8 } } },
    spacing: 18,
    spec: {
      width: { step: 74 },
      height: { step: 24 },
      layer: [
        {
          mark: { type: "rect", stroke: "white", strokeWidth: 2 },
          encoding: {
            x: { ...x, axis: { ...ink, labelAngle: 0, orient: "top", labelColor: colours.quiet } },
            y: { ...y, axis: { ...ink, labelLimit: 480 } },
            color: {
              ...{ field: "state", type: "nominal", title: null },
              scale: { domain: states, range: states.map((state) => shades[state]) },
              legend: { orient: "bottom", symbolType: "square", labelColor: colours.quiet, labelFontSize: 12 },
            },
          },
        },
        { mark: { type: "text" }, encoding: { x, y, text: { field: "text" } } },
      ],
    },
  });
}

const shades: Readonly<Record<string, string>> = {
  "as promised": "#bfe3d3",
  "too cautious": "#cfe1f2",
  "somewhat too bold": "#fbe3b5",
  "too bold": "#f3b08f",
};

function isPicked(row: Calibration, picked: Picked): boolean {
  const { question = row.question, periods = row.periods, ratio = row.ratio, methods = [""] } = picked;
  if (!methods.some((name) => row.method.startsWith(name))) return false;
  return row.question === question && row.ratio === ratio && `${row.periods}` === `${periods}`;
}

function kindOf({ phi, correlation }: Calibration): string {
  if (correlation > 0) return `neighbours correlated ${correlation}`;
  return phi === 1 ? "Poisson" : `variance ${phi} times the mean`;
}

/** Half as often or less is cautious; a quarter more often is within what simulation and small counts do; twice is too bold. */
function stateOf(share: number, show: "at5" | "at1" | "covers"): string {
  const wanted = show === "at1" ? 0.01 : 0.05;
  const errors = (show === "covers" ? 1 - share : share) / wanted;
  if (errors < 0.5) return "too cautious";
  if (errors <= 1.3) return "as promised";
  return errors <= 2 ? "somewhat too bold" : "too bold";
}

import type { ChartSpec } from "../core/chart.js";
import { InputError } from "../core/errors.js";
import { chartQuantities } from "./chartQuantities.js";
import { draw } from "./draw.js";
import { quantitiesType } from "./quantity.js";
import { isTabular, type Tabular, tableOf } from "./table.js";

/** The part of tslab that takes what a cell displays, in several forms at once. */
export interface FrontEnd {
  lastWriteDisplayData:
    | ((content: { data: Record<string, unknown>; metadata: object; transient: object }, update: boolean) => void)
    | null;
}

/**
 * Makes `show`, which displays what it is given in the richest form the reader's front end knows: a chart as interactive
 * Vega-Lite, SVG, PNG and words; findings, verdicts, panels, plans, any rows and any single thing as a table; with either, all
 * that it says by name, for `hindcast notebook check`. In a tslab cell:
 * `const show = hc.showWith(require("tslab/dist/jupyter"))`.
 *
 * The order of a table: scores best first within a metric and a group (the lowest, of a bias or a coverage the nearest to what
 * it should be; skill the highest), and below it says so; snapshots by name and day; all else as it comes, which is in a
 * report's order or that of time. No table has more than 30 rows; below it stands how many more there are, of which sort, and
 * where rows were put in an order of what matters, in which: claims that were tested first, then those judged by their print
 * alone, those that wait, lack data, cannot be scored; verdicts by how much they matter; findings by p. Show the rest in parts,
 * as with `rowsWith`.
 *
 * A series of more than twelve values is drawn in its cell, from 0 to its greatest, with its range and last value; `tidy`
 * has them all.
 *
 * @throws InputError when what is shown is neither a chart nor a table, or there is no cell to show it in
 */
export function showWith(frontEnd: FrontEnd): (what: ChartSpec | Tabular) => Promise<void> {
  return async (what) => {
    const data = isChart(what) ? await chartForms(what) : tableForms(what);
    if (frontEnd.lastWriteDisplayData === null) throw new InputError("show: needs a running notebook cell");
    frontEnd.lastWriteDisplayData({ data, metadata: {}, transient: {} }, false);
  };
}

function isChart(what: unknown): what is ChartSpec {
  return typeof what === "object" && what !== null && !Array.isArray(what) && "$schema" in what;
}

async function chartForms(spec: ChartSpec): Promise<Record<string, unknown>> {
  const { svg, png } = await draw(spec);
  const { text, subtitle } = spec["title"] as { text: string; subtitle: readonly string[] };
  return {
    "application/vnd.vegalite.v5+json": spec,
    "image/svg+xml": svg,
    "image/png": Buffer.from(png).toString("base64"),
    "text/plain": [text, ...subtitle].join("\n"),
    [quantitiesType]: chartQuantities(spec),
  };
}

function tableForms(what: unknown): Record<string, unknown> {
  if (!isTabular(what)) throw new InputError(`show: needs a chart, or rows for a table, got ${gotText(what)}`);
  const { html, text, quantities } = tableOf(what);
  return { "text/html": html, "text/plain": text, [quantitiesType]: quantities };
}

/** What cannot be shown; a promise is there because a word is missing. */
function gotText(what: unknown): string {
  const kind = Object.prototype.toString.call(what).slice(8, -1);
  if (kind === "Promise") return "a promise; await it first";
  if (kind === "Array") return "rows that are no objects";
  return typeof what === "object" && what !== null && kind !== "Object"
    ? `a ${kind}`
    : (JSON.stringify(what) ?? String(what));
}

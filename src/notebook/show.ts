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
 * Vega-Lite, SVG, PNG and words; findings, verdicts, panels and rows as a table; with either, all that it says by name,
 * for `hindcast notebook check`. In a tslab cell:
 * `const show = hc.showWith(require("tslab/dist/jupyter"))`.
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

function isChart(what: ChartSpec | Tabular): what is ChartSpec {
  return !Array.isArray(what) && "$schema" in what;
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

function tableForms(what: ChartSpec | Tabular): Record<string, unknown> {
  if (!isTabular(what)) throw new InputError("show: needs a chart, or rows for a table");
  const { html, text, quantities } = tableOf(what);
  return { "text/html": html, "text/plain": text, [quantitiesType]: quantities };
}

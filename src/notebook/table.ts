import type { Backtest } from "../core/backtest.js";
import type { DataReport } from "../core/dataReport.js";
import type { Diff } from "../core/diff.js";
import { escaped } from "../core/escaped.js";
import type { Refusal, Repair } from "../core/event.js";
import type { Multiverse } from "../core/multiverse.js";
import type { Nowcast } from "../core/nowcast.js";
import type { Plan } from "../core/plan.js";
import type { ReferenceRate } from "../core/referenceRate.js";
import type { Separation } from "../core/separation.js";
import type { Manifest } from "../core/snapshot.js";
import type { Weighed } from "../core/weighed.js";
import { diffSections, manifestRow, nowcastSections, rejectRow, reportSections, type Section } from "./evidenceRows.js";
import {
  multiverseSections,
  planSections,
  referenceSections,
  separationSections,
  weighedSections,
  weighedTable,
} from "./explanationRows.js";
import { forecastRow } from "./forecastRows.js";
import { backtestSections, ledgerSections, type ReadLedger } from "./forecastSections.js";
import {
  coefficientRow,
  findingRow,
  isCoefficient,
  isFinding,
  isRunning,
  isSpoken,
  runningRow,
  spokenRow,
} from "./inferenceRows.js";
import { inOrder, restOf } from "./inOrder.js";
import { kindOf } from "./kindOf.js";
import { laidOut } from "./laidOut.js";
import { fieldRows, plainRows } from "./plainRows.js";
import type { Quantity } from "./quantity.js";
import { reportRow } from "./reportRows.js";
import { scoreRow } from "./scoreRows.js";
import { seriesRow } from "./seriesRows.js";
import { type LaidOut, tableQuantities } from "./tableQuantities.js";

/** What `show` can lay out as a table, or as several under titles of their own; a single thing is a table of one row. */
export type Tabular = Rows | Sectioned | object;

type Sectioned =
  | (Weighed | DataReport | Diff | Nowcast | Manifest | Plan | Separation | Multiverse | ReferenceRate)
  | (Backtest | ReadLedger);

type Rows = readonly object[];

type Row = Readonly<Record<string, string>>;

/** A table with its order, and how many of its rows are shown; `most` is how many it names for those who check. */
interface Shown extends LaidOut {
  readonly longest: number;
  readonly order?: string;
  readonly rest?: string;
}

/** No table is longer; what is left out is counted below it. */
const longest = 30;

/** A thing of a reader's own with more fields is a list of them. */
const mostFields = 8;

/** The kinds that are laid out as several tables. */
const sectioned = new Set([
  ...["weighing", "file", "change", "plan", "separation", "readings", "reference", "back-test", "ledger", "nowcast"],
  "snapshot",
]);

/** Whether there is a table for it: for rows that are objects, and for anything that is plainly an object. */
export function isTabular(what: unknown): what is Tabular {
  if (Array.isArray(what)) return what.every((one) => typeof one === "object" && one !== null);
  return Object.prototype.toString.call(what) === "[object Object]" && Object.keys(Object(what)).length > 0;
}

/** Rows as an HTML table and as text, in the words a reader expects of what they are, and all that they say by name. */
export function tableOf(what: Tabular): {
  readonly html: string;
  readonly text: string;
  readonly quantities: readonly Quantity[];
} {
  const layout = layoutOf(what);
  const tables = layout.map(({ title, rows, longest, order, rest }) => ({
    title,
    ...laidOut(rows, { most: longest, ...(order !== undefined && { order }), ...(rest !== undefined && { rest }) }),
  }));
  const headed = tables.map(({ title, html }) => (title === "" ? html : `<p><b>${escaped(title)}</b></p>\n${html}`));
  return {
    html: headed.join("\n"),
    text: tables.map(({ title, text }) => (title === "" ? text : `${title}\n${text}`)).join("\n\n"),
    quantities: tableQuantities(layout, what),
  };
}

function layoutOf(what: Tabular): Shown[] {
  if (isRows(what)) return [rowsTable(what)];
  if (!isSectioned(what)) return [knownRow(what) === undefined ? plainTable(what) : rowsTable([what])];
  const kind = kindOf(what);
  const named = (i: number): string => (i === 0 ? kind : `${kind} ${i + 1}`);
  return sectionsOf(what).map((section, i) => ({ ...section, kind: named(i), most: longest, longest }));
}

function rowsTable(all: Rows): Shown {
  const kind = all.length === 0 ? "row" : kindOf(all[0]);
  const { rows, order } = inOrder(all, kind, longest);
  const rest = restOf(rows.slice(longest));
  return {
    ...{ kind, title: "", rows: rowsOf(rows), of: rows, longest, most: all.some(isClaim) ? all.length : longest },
    ...(order !== undefined && { order }),
    ...(rest !== undefined && { rest }),
  };
}

function plainTable(one: object): Shown {
  const table = Object.keys(one).length > mostFields ? fieldRows(one) : { rows: plainRows([one]), of: [one] };
  return { kind: "row", title: "", ...table, most: longest, longest };
}

function isRows(what: Tabular): what is Rows {
  return Array.isArray(what);
}

function isSectioned(what: Tabular): what is Sectioned {
  return sectioned.has(kindOf(what));
}

/** Each claim of a report is named to those who check, also those that a table has no room for. */
function isClaim(one: object): boolean {
  return "claim" in one && "status" in one && "others" in one;
}

function sectionsOf(what: Sectioned): readonly Section[] {
  if ("sensitivities" in what) return [weighedTable(what), ...weighedSections(what)];
  if ("emptyMonths" in what) return reportSections(what);
  if ("moves" in what) return diffSections(what);
  if ("decisions" in what) return planSections(what);
  if ("matrix" in what) return separationSections(what);
  if ("flips" in what) return multiverseSections(what);
  if ("episodes" in what) return referenceSections(what);
  if ("failures" in what) return backtestSections(what);
  if ("faults" in what) return ledgerSections(what);
  if ("delays" in what) return nowcastSections(what);
  return [{ title: "Snapshot", rows: [manifestRow(what)], of: [what] }];
}

/** Each row as its kind has it; those of no kind are written alike. */
function rowsOf(all: Rows): Row[] {
  const plain = plainRows(all.map((one) => (knownRow(one) === undefined ? one : {})));
  return all.map((one, i) => knownRow(one) ?? plain[i]);
}

function knownRow(one: object): Row | undefined {
  if (isManifest(one)) return manifestRow(one);
  if (isReject(one)) return rejectRow(one);
  const row = reportRow(one) ?? scoreRow(one) ?? forecastRow(one);
  if (row !== undefined) return row;
  if (isFinding(one)) return findingRow(one);
  const series = seriesRow(one);
  if (series !== undefined) return series;
  if (isCoefficient(one)) return coefficientRow(one);
  if (isRunning(one)) return runningRow(one);
  return isSpoken(one) ? spokenRow(one) : undefined;
}

function isManifest(one: object): one is Manifest {
  return "parquet" in one && "codebook" in one;
}

function isReject(one: object): one is Refusal | Repair {
  return "row" in one && "raw" in one && ("reason" in one || "rule" in one);
}

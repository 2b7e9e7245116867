import type { Backtest } from "../core/backtest.js";
import type { DataReport } from "../core/dataReport.js";
import type { Derived } from "../core/derived.js";
import type { Diff } from "../core/diff.js";
import { escaped } from "../core/escaped.js";
import type { Refusal, Repair } from "../core/event.js";
import type { Multiverse } from "../core/multiverse.js";
import type { Nowcast } from "../core/nowcast.js";
import type { Panel } from "../core/panel.js";
import type { Plan } from "../core/plan.js";
import { decimals } from "../core/print.js";
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
import { kindOf } from "./kindOf.js";
import { laidOut } from "./laidOut.js";
import type { Quantity } from "./quantity.js";
import { reportRow } from "./reportRows.js";
import { scoreRow } from "./scoreRows.js";
import { type LaidOut, tableQuantities } from "./tableQuantities.js";

/** What `show` can lay out as a table, or as several under titles of their own. */
export type Tabular = Rows | Sectioned;

type Sectioned =
  | (Weighed | DataReport | Diff | Nowcast | Manifest | Plan | Separation | Multiverse | ReferenceRate)
  | (Backtest | ReadLedger);

type Rows = readonly object[];

type Row = Readonly<Record<string, string>>;

/** No table is longer; what is left out is counted below it. */
const longest = 30;

/** The fields by which a noun of several tables is known. */
const sectioned: readonly string[] = [
  ...["hypotheses", "emptyMonths", "moves", "delays", "parquet"],
  ...["decisions", "matrix", "flips", "episodes", "failures", "faults"],
];

/** Whether there is a table for it. */
export function isTabular(what: object): what is Tabular {
  return Array.isArray(what) || sectioned.some((field) => field in what);
}

/** Rows as an HTML table and as text, in the words a reader expects of what they are, and all that they say by name. */
export function tableOf(what: Tabular): {
  readonly html: string;
  readonly text: string;
  readonly quantities: readonly Quantity[];
} {
  const layout = layoutOf(what);
  const tables = layout.map(({ title, rows, most }) => ({ title, ...laidOut(rows, most) }));
  const headed = tables.map(({ title, html }) => (title === "" ? html : `<p><b>${escaped(title)}</b></p>\n${html}`));
  return {
    html: headed.join("\n"),
    text: tables.map(({ title, text }) => (title === "" ? text : `${title}\n${text}`)).join("\n\n"),
    quantities: tableQuantities(layout, what),
  };
}

function layoutOf(what: Tabular): LaidOut[] {
  if (!isRows(what)) {
    const kind = kindOf(what);
    const named = (i: number): string => (i === 0 ? kind : `${kind} ${i + 1}`);
    return sectionsOf(what).map((section, i) => ({ ...section, kind: named(i), most: longest }));
  }
  const most = what.some(isClaim) ? what.length : longest;
  const [first] = what;
  return [{ kind: first === undefined ? "row" : kindOf(first), title: "", rows: what.map(rowOf), of: what, most }];
}

function isRows(what: Tabular): what is Rows {
  return Array.isArray(what);
}

/** A table of every claim leaves none out. */
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

function rowOf(one: Rows[number]): Row {
  if (isManifest(one)) return manifestRow(one);
  if (isReject(one)) return rejectRow(one);
  const row = reportRow(one) ?? scoreRow(one) ?? forecastRow(one);
  if (row !== undefined) return row;
  if (isFinding(one)) return findingRow(one);
  if (isDerived(one)) return derivedRow(one);
  if (isSeries(one)) return seriesRow(one);
  if (isCoefficient(one)) return coefficientRow(one);
  if (isRunning(one)) return runningRow(one);
  if (isSpoken(one)) return spokenRow(one);
  return Object.fromEntries(Object.entries(one).map(([name, value]) => [name, plain(value)]));
}

function seriesRow({ key, start, recipe, values, from }: Panel[number]): Row {
  const total = values.reduce((sum, value) => sum + value, 0);
  return {
    ...key,
    from: start,
    every: recipe.every,
    periods: String(values.length),
    n: decimals(total, 0),
    values: values.join(" "),
    snapshot: from.slice(0, 8),
  };
}

function derivedRow({ key, indicator, unit, start, recipe, values, from }: Derived): Row {
  return {
    ...key,
    ...{ indicator, unit, from: start, every: recipe.every, periods: String(values.length) },
    ...{ values: values.map((value) => (value === null ? "–" : plain(value))).join(" "), snapshot: from.slice(0, 8) },
  };
}

function isManifest(one: object): one is Manifest {
  return "parquet" in one && "codebook" in one;
}

function isReject(one: object): one is Refusal | Repair {
  return "row" in one && "raw" in one && ("reason" in one || "rule" in one);
}

function isDerived(one: object): one is Derived {
  return "indicator" in one && "recipe" in one;
}

function isSeries(one: object): one is Panel[number] {
  return "recipe" in one && "values" in one;
}

function plain(value: unknown): string {
  if (typeof value === "number")
    return Number.isInteger(value) ? decimals(value, 0) : String(Number(value.toPrecision(4)));
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "");
}

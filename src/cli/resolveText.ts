import type { Settled } from "../claims/settle.js";
import type { Day } from "../core/day.js";
import { dataText, decimals, numbered, percent, withInterval } from "../core/print.js";
import { printable } from "../core/printable.js";
import type { Resolution, ResolutionHistory } from "../core/resolution.js";
import { wrapped } from "./wrapped.js";

/** What the text is made of. */
export interface ResolveTold {
  readonly asOf: Day;
  readonly resolutions: readonly Resolution[];
  readonly settled: readonly Settled[];
  readonly before: ResolutionHistory;
  readonly after: ResolutionHistory;
  readonly file: string;
  readonly width: number;
}

/** The resolutions of a report as a person reads them in a terminal: a row a way of counting, under its question. */
export function resolveText({ asOf, resolutions, settled, before, after, file, width }: ResolveTold): string {
  const report = after.report;
  if (resolutions.length === 0) return `${report} asks nothing that can be resolved on this data\n`;
  const lines = [
    `The questions of ${report}, as of ${asOf}`,
    rowOf(["state", "answer", "observed", "n", "flip risk", "counted"]),
    ...settled.flatMap((one) => [
      "",
      `${one.question}: ${one.asks}`,
      ...resolutions.filter(({ question }) => question === one.question).flatMap(linesOf),
      `  = ${one.state === "resolved" || one.state === "ambiguous" ? one.reading : one.state}`,
    ]),
    "",
    historyText(before, after, file),
  ];
  return `${lines.map((line) => wrapped(printable(line), { width, indent: "    " })).join("\n")}\n`;
}

function linesOf({
  state,
  outcome,
  observed,
  interval,
  n,
  flipRisk,
  data,
  label,
  proxy,
  reading,
}: Resolution): string[] {
  const size =
    observed === undefined ? "-" : interval === undefined ? decimals(observed, 2) : withInterval(observed, interval, 2);
  const risk = flipRisk === undefined ? "-" : flipRisk === 0 ? "under 1%" : percent(flipRisk);
  const from = dataText(data);
  const about = proxy === undefined ? from : `${from}, a proxy (${proxy})`;
  return [
    rowOf([state, outcome === undefined ? "-" : outcome ? "yes" : "no", size, decimals(n, 0), risk, label]),
    `    ${about}: ${reading.replace(`${state}: `, "")}`,
  ];
}

function rowOf([state, answer, observed, n, risk, label]: readonly string[]): string {
  return `  ${state.padEnd(9)} ${answer.padEnd(6)} ${observed.padEnd(19)} ${n.padStart(6)} ${risk.padStart(9)}  ${label}`;
}

function historyText(before: ResolutionHistory, after: ResolutionHistory, file: string): string {
  const added = after.entries.length - before.entries.length;
  if (added > 0) return `${numbered(added, "new answer")} added to ${before.entries.length} in ${file}`;
  const last = before.entries.at(-1)?.written;
  return `Nothing changed since ${last}: ${file} keeps its ${numbered(before.entries.length, "answer")}`;
}

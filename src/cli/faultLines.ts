import { numbered } from "../core/print.js";
import type { LedgerFault } from "../store/readLedger.js";

/** What is wrong with a ledger, a line each: lines on end that have the same fault together, and of very many the first. */
export function faultLines(faults: readonly LedgerFault[]): string[] {
  const runs: { readonly from: number; to: number; readonly why: string }[] = [];
  for (const { line, why } of faults) {
    const last = runs[runs.length - 1];
    if (last !== undefined && last.to === line - 1 && last.why === why) last.to = line;
    else runs.push({ from: line, to: line, why });
  }
  const said = runs
    .slice(0, mostFaults)
    .map(({ from, to, why }) => (from === to ? `line ${from} ${why}` : `lines ${from} to ${to}: each ${why}`));
  const left = faults.filter(({ line }) => line > (runs[mostFaults - 1]?.to ?? Number.POSITIVE_INFINITY)).length;
  return left === 0 ? said : [...said, `and ${numbered(left, "more line")}; hindcast ledger verify --json tells all`];
}

const mostFaults = 20;

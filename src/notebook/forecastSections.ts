import type { Backtest } from "../core/backtest.js";
import { decimals } from "../core/print.js";
import type { Section } from "./evidenceRows.js";
import { forecastRow } from "./forecastRows.js";

/** What a back-test holds, what it could not say, and what a reader has to know of it. */
export function backtestSections({ forecasts, failures, origins, ahead, warnings }: Backtest): Section[] {
  const models = new Set(forecasts.map(({ model }) => model)).size;
  const series = new Set(forecasts.map(({ key }) => JSON.stringify(key))).size;
  const rows = [
    {
      ...{ models: String(models), series: String(series), origins: String(origins.length) },
      ...{ from: origins[0] ?? "", to: origins[origins.length - 1] ?? "", "periods ahead": `1 to ${ahead}` },
      ...{ forecasts: decimals(forecasts.length, 0), failures: decimals(failures.length, 0) },
    },
  ];
  return [
    { title: "", rows },
    { title: "What could not be said", rows: failures.map((one) => forecastRow(one) ?? {}) },
    { title: "To be known", rows: warnings.map((warning) => ({ warning })) },
  ].filter((section) => section.rows.length > 0);
}

/** What reading or checking a ledger found. */
export interface ReadLedger {
  readonly entries: readonly object[];
  readonly intact: number;
  readonly head: string;
  readonly faults: readonly { readonly line: number; readonly why: string }[];
  readonly since?: number;
}

/** Whether a ledger is whole, up to where, and each fault with its line. */
export function ledgerSections({ entries, intact, head, faults, since }: ReadLedger): Section[] {
  const row = {
    ...{ "entries read": decimals(entries.length, 0), "whole and in a row": decimals(intact, 0) },
    ...{
      "head of these": head.slice(0, 16),
      ...(since !== undefined && { "added since the noted head": String(since) }),
    },
    faults: String(faults.length),
  };
  return [
    { title: "", rows: [row] },
    { title: "What is wrong", rows: faults.map(({ line, why }) => ({ line: String(line), why })) },
  ].filter((section) => section.rows.length > 0);
}

import type { Backtest, BacktestPart } from "../core/backtest.js";
import type { Day } from "../core/day.js";
import type { Key } from "../core/panel.js";

/** The rows of a back-test's parts, sorted by model, key, origin and step, whatever the parts' order. */
export function joinedParts(parts: readonly BacktestPart[]): Pick<Backtest, "forecasts" | "failures"> {
  return {
    forecasts: sortedRows(parts.flatMap(({ forecasts }) => forecasts)),
    failures: sortedRows(parts.flatMap(({ failures }) => failures)),
  };
}

/** Rows sorted by model, key, origin and, where they have one, step; texts by their units, not by a language. */
export function sortedRows<R extends { model: string; key: Key; origin: Day; step?: number }>(rows: readonly R[]): R[] {
  const named = rows.map((row) => ({ row, name: JSON.stringify(Object.entries(row.key).sort()) }));
  named.sort((one, other) => {
    const [a, b] = [one.row, other.row];
    return (
      order(a.model, b.model) ||
      order(one.name, other.name) ||
      order(a.origin, b.origin) ||
      (a.step ?? 0) - (b.step ?? 0)
    );
  });
  return named.map(({ row }) => row);
}

function order(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

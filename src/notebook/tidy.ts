import { type Day, nextPeriod } from "../core/day.js";
import type { Panel } from "../core/panel.js";

/** A row of a panel laid out flat. */
export type TidyRow = Readonly<Record<string, string | number>> & {
  readonly period: Day;
  readonly value: number;
  readonly exposure: number;
};

/** A panel as rows, one for each series and period, its key as columns. */
export function tidy(panel: Panel): TidyRow[] {
  return panel.flatMap(({ key, start, recipe, values, exposure }) => {
    let next = start;
    return values.map((value, t) => {
      const period = next;
      next = nextPeriod(period, recipe.every);
      return { ...key, period, value, exposure: exposure[t] };
    });
  });
}

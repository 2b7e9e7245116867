import type { Derived } from "../core/derived.js";
import type { Measure, Series } from "../core/panel.js";
import { decimals } from "../core/print.js";

type Row = Readonly<Record<string, string>>;

/** A series of counts, with its total and its unit; undefined for anything else. */
export function seriesRow(one: object): Row | undefined {
  if (isDerived(one)) return derivedRow(one);
  return isSeries(one) ? countedRow(one) : undefined;
}

function countedRow({ key, start, recipe, values, from }: Series): Row {
  const total = values.reduce((sum, value) => sum + value, 0);
  return {
    ...key,
    from: start,
    every: recipe.every,
    periods: String(values.length),
    n: decimals(total, 0),
    ...unitCell(recipe.measure),
    values: values.join(" "),
    snapshot: from.slice(0, 8),
  };
}

/** What is counted; a series of a reader's own making may not say. */
function unitCell(measure: Measure | undefined): Row {
  return measure === undefined ? {} : { unit: typeof measure === "string" ? measure : "events of a share" };
}

function derivedRow({ key, indicator, unit, start, recipe, values, from }: Derived): Row {
  return {
    ...key,
    ...{ indicator, unit, from: start, every: recipe.every, periods: String(values.length) },
    ...{ values: values.map((value) => (value === null ? "–" : brief(value))).join(" "), snapshot: from.slice(0, 8) },
  };
}

function brief(value: number): string {
  return Number.isInteger(value) ? decimals(value, 0) : String(Number(value.toPrecision(4)));
}

function isDerived(one: object): one is Derived {
  return "indicator" in one && "recipe" in one;
}

function isSeries(one: object): one is Series {
  return "recipe" in one && "values" in one;
}

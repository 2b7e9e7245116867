import type { Day, Every } from "../core/day.js";
import type { Forecast, Resolved } from "../core/forecast.js";
import { type HubRow, hubDates } from "../core/hubRow.js";
import type { Key } from "../core/panel.js";
import { cellOf, type HubReading, keyOf, numberOf, periodNamed, rowFault } from "./hubTask.js";
import { measureName } from "./toHub.js";

export interface FromOracleOptions {
  /** The day whose knowledge decides. */
  readonly asOf: Day;
  /** The hash of the file that says so. */
  readonly evidence: string;
  /** Whether any day of a period stands for it. */
  readonly inside?: boolean;
  readonly file?: string;
}

/**
 * Sets forecasts beside a hub's oracle output: the count of their key, target and period, or the yes or no of their
 * question. What it has no row for is open.
 *
 * @throws DataError with the row: what is NA, no number or no day, or says two things of one task
 */
export function fromOracle(
  rows: readonly HubRow[],
  forecasts: readonly Forecast[],
  options: FromOracleOptions,
): Resolved[] {
  const { asOf, evidence } = options;
  const tables = new Map<string, ReadonlyMap<string, number>>();
  return forecasts.map((one): Resolved => {
    const measure = measureName(one.recipe.measure);
    const kind = JSON.stringify([measure, one.recipe.every]);
    const known = tables.get(kind) ?? observedIn(rows, { ...options, every: one.recipe.every, measure });
    tables.set(kind, known);
    const observed = known.get(nameOf(one.key, one.asks, one.target));
    if (observed !== undefined) return { ...one, state: "resolved", observed, evidence, asOf };
    return { ...one, state: "open", evidence, asOf, why: `the oracle output has no row of ${one.target}` };
  });
}

function observedIn(
  rows: readonly HubRow[],
  { every, measure, inside = false, file }: FromOracleOptions & { readonly every: Every; readonly measure: string },
): Map<string, number> {
  const reading: HubReading = {
    verb: "fromOracle",
    every,
    measure,
    lag: 0,
    inside,
    ...(file !== undefined && { file }),
  };
  const known = new Map<string, number>();
  rows.forEach((row, i) => {
    const at = i + 1;
    const column = hubDates.target.find((one) => cellOf(row, one) !== undefined);
    if (column === undefined) throw rowFault(reading, at, `has no date that is meant (${hubDates.target.join(", ")})`);
    const value = numberOf(row, "oracle_value", at, reading);
    const { key, asks } = keyOf(row, measure);
    const observed = observedOf(row, value, asks !== undefined);
    if (observed === undefined) return;
    const name = nameOf(key, asks, periodNamed(row, column, at, reading));
    const before = known.get(name);
    if (before !== undefined && before !== observed)
      throw rowFault(reading, at, `says ${observed}, and another row of its task says ${before}`);
    known.set(name, observed);
  });
  return known;
}

/** What one row tells of the value: all but a pmf's empty bins and a cdf, whose steps only bound it. */
function observedOf(row: HubRow, value: number, isAsked: boolean): number | undefined {
  const type = cellOf(row, "output_type");
  const id = cellOf(row, "output_type_id") ?? "";
  if (type === "cdf") return undefined;
  if (type !== "pmf") return value;
  if (isAsked || /^(?:yes|true)$/i.test(id)) return /^(?:yes|true)$/i.test(id) ? value : undefined;
  return value === 1 && /^\d+$/.test(id) ? Number(id) : undefined;
}

function nameOf(key: Key, asks: Forecast["asks"], target: Day): string {
  return JSON.stringify([Object.entries(key).sort(), asks, target]);
}

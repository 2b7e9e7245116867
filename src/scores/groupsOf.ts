import { InputError } from "../core/errors.js";
import type { ScoreGroup } from "../core/scoreGroup.js";
import { thresholdText } from "../core/thresholdText.js";
import { compared, type Task } from "./taskTable.js";

/** By what rows are grouped: model, step, origin, target, asks, or any field of their keys. */
export type GroupBy = readonly string[];

/** Rows that agree in what they are grouped by. */
export interface Group<Row> {
  readonly group: ScoreGroup;
  readonly rows: readonly Row[];
}

/**
 * Rows gathered by what they are grouped by: models in order of first appearance, steps by number, all else by its text.
 *
 * @throws InputError when a field is neither one of a task nor of every key
 */
export function groupsOf<Row extends Task & { readonly model?: string }>(
  rows: readonly Row[],
  by: GroupBy,
  verb: string,
): Group<Row>[] {
  const models = [...new Set(rows.map((row) => row.model))];
  const found = new Map<string, { group: ScoreGroup; order: (string | number)[]; rows: Row[] }>();
  for (const row of rows) {
    const order = by.map((field) => fieldOf(row, field, models, verb));
    const id = JSON.stringify(order);
    const known = found.get(id);
    if (known === undefined) found.set(id, { group: groupOf(row, by), order, rows: [row] });
    else known.rows.push(row);
  }
  return [...found.values()].sort((one, other) => {
    const at = one.order.findIndex((value, i) => value !== other.order[i]);
    const [a, b] = [one.order[at], other.order[at]];
    return typeof a === "number" && typeof b === "number" ? a - b : compared(`${a}`, `${b}`);
  });
}

function fieldOf<Row extends Task & { readonly model?: string }>(
  row: Row,
  field: string,
  models: readonly (string | undefined)[],
  verb: string,
): string | number {
  if (field === "model") return models.indexOf(row.model);
  if (field === "step") return row.step;
  if (field === "origin") return row.origin;
  if (field === "target") return row.target;
  if (field === "asks") return row.asks === undefined ? "" : thresholdText(row.asks);
  if (!Object.hasOwn(row.key, field))
    throw new InputError(
      `${verb}: by needs model, step, origin, target, asks or a field of every key, got ${JSON.stringify(field)}`,
    );
  return row.key[field];
}

function groupOf(
  { model, step, origin, target, asks, key }: Task & { readonly model?: string },
  by: GroupBy,
): ScoreGroup {
  const own = { model, step, origin, target, asks };
  const kept = Object.entries(own).filter(([field, value]) => by.includes(field) && value !== undefined);
  const fields = Object.entries(key).filter(([field]) => by.includes(field) && !Object.hasOwn(own, field));
  return { ...Object.fromEntries(kept), key: Object.fromEntries(fields) };
}

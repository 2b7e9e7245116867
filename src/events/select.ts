import type { Snapshot } from "../core/snapshot.js";
import { checkedWhere, type Where } from "../core/where.js";

/**
 * The same snapshot with fewer of its rows meant: those that also meet the criteria. Nothing is read.
 *
 * @example
 * select({ where: [] }, { zone: "mopti", since: "2023-01-01" }).where // [{ zone: "mopti", since: "2023-01-01" }]
 * @throws InputError when a field is not a criterion or holds what it should not
 */
export function select(snapshot: Snapshot, where: Where): Snapshot {
  return { ...snapshot, where: [...snapshot.where, checkedWhere(where, "select")] };
}

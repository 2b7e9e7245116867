import { everies } from "../core/day.js";
import type { OneOf, Where } from "../core/where.js";

/** A value that DuckDB is handed apart from the text of the query. */
export type Bound = string | number | boolean;

const columns = ["source", "country", "admin1", "admin2", "place", "zone", "kind", "subkind"] as const;

/** Criteria as a SQL condition, true for the rows they keep and else false or null; every value goes through `bind`. */
export function whereSql(where: Where, bind: (value: Bound) => string): string {
  const list = (some: OneOf): string => [some].flat().map(bind).join(", ");
  const has = (side: string, some: OneOf): string => `list_has_any(${side}, list_value(${list(some)}))`;
  const all: string[] = [];
  for (const column of columns) {
    const some = where[column];
    if (some !== undefined) all.push(`${column} IN (${list(some)})`);
  }
  if (where.side1 !== undefined) all.push(has("side1", where.side1));
  if (where.side2 !== undefined) all.push(has("side2", where.side2));
  if (where.actor !== undefined) all.push(`(${has("side1", where.actor)} OR ${has("side2", where.actor)})`);
  if (where.notes !== undefined) {
    const texts = [where.notes].flat().map((text) => `contains(${plain("notes")}, ${plain(bind(text))})`);
    all.push(`(${texts.join(" OR ")})`);
  }
  if (where.civilians !== undefined) all.push(`civilians = ${bind(where.civilians)}`);
  if (where.minDeaths !== undefined) all.push(`deaths >= ${bind(where.minDeaths)}`);
  if (where.precision !== undefined) {
    const coarser = everies.slice(everies.indexOf(where.precision) + 1);
    if (coarser.length > 0) all.push(`precision NOT IN (${list(coarser)})`);
  }
  if (where.since !== undefined) all.push(`day >= CAST(${bind(where.since)} AS DATE)`);
  if (where.until !== undefined) all.push(`day < CAST(${bind(where.until)} AS DATE)`);
  if (where.any !== undefined) all.push(`(${where.any.map((one) => whereSql(one, bind)).join(" OR ")})`);
  if (where.not !== undefined) all.push(`NOT coalesce(${whereSql(where.not, bind)}, false)`);
  return `(${["true", ...all].join(" AND ")})`;
}

/** The text with the letters A to Z made small and all else as it is, as `translate` does for SQL and `matches` for rows. */
function plain(text: string): string {
  return `translate(${text}, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz')`;
}

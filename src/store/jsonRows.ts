import { DataError } from "../core/errors.js";
import type { Fault } from "../core/source.js";
import { jsonRecords } from "./jsonRecords.js";

/**
 * The rows of a JSON file as a table: first its columns, in the order they are first met, then the cells of every row, or why
 * a row has none. The file is read twice, since a later row may have a column that earlier ones lack; memory does not grow
 * with it.
 *
 * @throws as jsonRecords does, and DataError when there are no rows
 */
export async function* jsonRows(file: string): AsyncGenerator<readonly string[] | Fault> {
  const columns = new Set<string>();
  for await (const record of jsonRecords(file))
    if (!("reason" in record)) for (const column of record.keys()) columns.add(column);
  if (columns.size === 0) throw new DataError(`read: the file holds no rows (${file})`);
  yield [...columns];
  for await (const record of jsonRecords(file))
    yield "reason" in record ? record : Array.from(columns, (column) => record.get(column) ?? "");
}

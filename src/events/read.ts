import { createHash } from "node:crypto";
import type { Codebook } from "../core/codebook.js";
import { type Day, isDay } from "../core/day.js";
import { DataError, InputError } from "../core/errors.js";
import type { ConflictEvent, Refusal } from "../core/event.js";
import type { Snapshot } from "../core/snapshot.js";
import type { Fault, Source } from "../core/source.js";
import { eventOf } from "../sources/eventOf.js";
import { csvTable } from "../store/csvTable.js";
import { withEngine } from "../store/engine.js";
import { eventsTable } from "../store/eventsTable.js";
import { fingerprint } from "../store/files.js";
import { checkedName, sha256 } from "../store/snapshots.js";
import { tableColumns, tableRows } from "../store/tableRows.js";
import { writeSnapshot } from "../store/writeSnapshot.js";
import { zoneReader } from "./codebook.js";

/** The columns of `rejects.csv`. */
export const rejectColumns = ["row", "line", "column", "value", "reason"];

/**
 * Reads a publisher's file into a store, as an immutable snapshot of what was known on a day. Every row is kept or
 * refused; the refused stand in `rejects.csv` beside the rows with row number, line, column, value and reason.
 *
 * @throws InputError when there is no such file; DataError when it is empty, of another kind, or without one good row
 */
export async function read(
  file: string,
  source: Source,
  { name, asOf, codebook, store }: { name: string; asOf: Day; codebook: Codebook; store: string },
): Promise<Snapshot> {
  checkedName(name, "read");
  if (!isDay(asOf)) throw new InputError(`read: asOf needs a day as YYYY-MM-DD, got ${JSON.stringify(asOf)}`);
  const columns = checkedColumns(await tableColumns(file), source, file);
  return await withEngine(async (connection) => {
    const table = await eventsTable(connection);
    const judge = judgeOf(source, columns, { codebook, asOf });
    const refusals: Refusal[] = [];
    const zones = new Map<string, number>();
    const seen = { since: "9999-12-31", until: "0001-01-01" };
    const hash = createHash("sha256");
    let kept = 0;
    let events = 0;
    for await (const { row, line, cells } of tableRows(file)) {
      const verdict = judge(cells, row);
      if ("reason" in verdict) {
        refusals.push({ row, line, raw: "", ...verdict });
        continue;
      }
      table.add(verdict);
      hash.update(JSON.stringify(verdict));
      kept++;
      events += verdict.events;
      zones.set(verdict.zone ?? "", (zones.get(verdict.zone ?? "") ?? 0) + 1);
      if (verdict.day < seen.since) seen.since = verdict.day;
      if (verdict.day > seen.until) seen.until = verdict.day;
    }
    table.close();
    const refused = refusals.length;
    if (kept === 0) throw new DataError(`read: kept none of ${refused} rows${firstReason(refusals)} (${file})`);
    const { since, until } = source.covers(seen);
    const covers = { since, until: until < asOf ? until : asOf };
    const says = [
      ...new Set([
        ...["source", "events", "known", "country", "zone"],
        ...source.parts(columns).flatMap((part) => ("copy" in part ? [part.field] : part.fields)),
      ]),
    ];
    const rejects = csvTable(
      rejectColumns,
      refusals.map((one) => ({ ...one })),
    );
    const draft = {
      name,
      source: source.name,
      asOf,
      covers,
      file: await fingerprint(file),
      codebook,
      read: kept + refused,
      kept,
      refused,
      repaired: 0,
      revisions: 0,
      carried: 0,
      deleted: 0,
      notes: [],
      spellings: {},
      events,
      says,
      zones: Object.fromEntries([...zones].sort()),
      hash: sha256(JSON.stringify([source.name, asOf, covers, codebook, says, hash.digest("hex"), rejects])),
    };
    return await writeSnapshot(connection, draft, { store, rejects });
  });
}

function checkedColumns(columns: readonly string[], source: Source, file: string): readonly string[] {
  const twice = columns.find((column, i) => column !== "" && columns.indexOf(column) !== i);
  if (twice !== undefined) throw new DataError(`read: column ${JSON.stringify(twice)} stands twice (${file})`);
  const missing = source.needs.filter((column) => !columns.includes(column));
  if (missing.length === 0) return columns;
  if (missing.length === 1)
    throw new DataError(`read: has no column ${missing[0]}, which ${source.name} files have (${file})`);
  const some = missing.slice(0, 5).join(", ");
  throw new DataError(`read: not a ${source.name} file, ${missing.length} columns are missing: ${some} … (${file})`);
}

/** What becomes of a row: the source's verdict, then what holds for every source. */
function judgeOf(
  source: Source,
  columns: readonly string[],
  context: { codebook: Codebook; asOf: Day },
): (cells: readonly string[], row: number) => ConflictEvent | Fault {
  const zoneOf = zoneReader(context.codebook);
  const known = new Set(context.codebook.zones.map((zone) => zone.name));
  const rowOf = new Map<string, number>();
  return (cells, row) => {
    const spare = cells.slice(columns.length).find((cell) => cell !== "");
    if (spare !== undefined) return { column: "", value: spare, reason: `stands beyond the ${columns.length} columns` };
    if (cells.length < columns.length) {
      return {
        column: columns[cells.length],
        value: "",
        reason: `the row ends after ${cells.length} of ${columns.length} columns`,
      };
    }
    const raw: Record<string, string> = Object.create(null);
    columns.forEach((column, i) => {
      raw[column] = cells[i];
    });
    const read = eventOf(source, raw, context);
    if ("reason" in read) return read;
    const verdict = read.event;
    const zone = verdict.zone ?? zoneOf(verdict);
    const { id, day } = verdict;
    const twin = rowOf.get(id);
    if (twin !== undefined) return { column: "id", value: id, reason: `stands already in row ${twin}` };
    if (day >= context.asOf)
      return { column: "day", value: day, reason: `is not before the as-of day ${context.asOf}` };
    if (zone !== undefined && !known.has(zone)) {
      return { column: "zone", value: zone, reason: `is not in the codebook ${context.codebook.name}` };
    }
    rowOf.set(id, row);
    return zone === undefined ? verdict : { ...verdict, zone };
  };
}

function firstReason(refusals: readonly Refusal[]): string {
  if (refusals.length === 0) return "";
  const { row, column, value, reason } = refusals[0];
  return `; row ${row}: ${column} ${JSON.stringify(value)} ${reason}`;
}

import { type DuckDBAppender, type DuckDBConnection, DuckDBDateValue } from "@duckdb/node-api";
import { type Day, dayNumber, earlierOf, type Span } from "../core/day.js";
import type { Snapshot } from "../core/snapshot.js";
import type { Account } from "./accounts.js";
import { parquetOf } from "./snapshots.js";
import { eventsSql, type Staging } from "./staging.js";
import { sqlText, tableSql } from "./tableSql.js";
import type { Bound } from "./whereSql.js";

/** A row that its publisher has taken back, and the day on which it did. */
export interface Deletion {
  readonly id: string;
  readonly day: Day;
}

/** What the rows of a snapshot hold, found by counting them. */
export interface Tally {
  readonly events: number;
  readonly revisions: number;
  readonly carried: number;
  readonly deleted: number;
  readonly zones: Readonly<Record<string, number>>;
  /** The first and the last day on which an event lies; `until` is a day within. */
  readonly seen: Span;
  /** Everybody named on either side. */
  readonly actors: readonly string[];
}

/** Writes the events of a staging as `events.parquet`, merged into the snapshot they update, and counts what it holds. */
export async function writeEvents(
  staging: Staging,
  account: Account,
  {
    file,
    onto,
    deleted,
  }: { readonly file: string; readonly onto: Snapshot | undefined; readonly deleted: readonly Deletion[] },
): Promise<Tally> {
  const { connection } = staging;
  const own = await ownSql(staging, account);
  if (onto === undefined) await copyEvents(connection, own, file);
  else await merge(connection, { own, older: parquetOf(onto), deleted, file });
  const { rows, ...tally } = await tallyOf(connection, file);
  const kept = staging.table.records - account.refused.length;
  if (rows < kept || (onto === undefined && rows !== kept))
    throw new Error(`of ${kept} rows to be kept ${rows} were written`);
  return { ...tally, carried: rows - kept };
}

/** The file's own events; where ids stand several times, told apart by their place in the file. */
export async function ownSql(staging: Staging, { twins, older }: Account): Promise<string> {
  const records = tableSql(staging.table);
  if (twins.length === 0 && older.size === 0)
    return eventsSql(staging, records, "CAST(NULL AS DATE) AS gone, 'current' AS form");
  const { connection } = staging;
  await connection.run("CREATE TABLE apart (place BIGINT, gone DATE, refused BOOLEAN)");
  await append(connection, "apart", twins, (row, index) => {
    row.appendBigInt(BigInt(index));
    row.appendNull();
    row.appendBoolean(true);
  });
  await append(connection, "apart", [...older], (row, [index, day]) => {
    row.appendBigInt(BigInt(index));
    row.appendDate(new DuckDBDateValue(dayNumber(day)));
    row.appendBoolean(false);
  });
  const numbered = `(SELECT c.*, apart.gone AS own_gone, coalesce(apart.refused, false) AS own_refused
    FROM (SELECT row_number() OVER () - 1 AS place, * FROM ${records}) c LEFT JOIN apart USING (place))`;
  return `${eventsSql(staging, numbered, "t.own_gone AS gone, CASE WHEN t.own_gone IS NULL THEN 'current' ELSE 'revised' END AS form")} AND NOT t.own_refused`;
}

/** Older and newer forms of each event together: a form is gone from the day of the next, or of its deletion. */
async function merge(
  connection: DuckDBConnection,
  { own, older, deleted, file }: { own: string; older: string; deleted: readonly Deletion[]; file: string },
): Promise<void> {
  await connection.run("CREATE TABLE deletions (id VARCHAR, day DATE)");
  await append(connection, "deletions", deleted, (row, { id, day }) => {
    row.appendVarchar(id);
    row.appendDate(new DuckDBDateValue(dayNumber(day)));
  });
  await copyEvents(
    connection,
    `WITH forms AS (
      SELECT *, 1 AS own FROM (${own}) UNION ALL BY NAME SELECT *, 0 AS own FROM read_parquet(${sqlText(older)})),
    once AS (SELECT * FROM forms QUALIFY row_number() OVER (PARTITION BY id, known, stamp ORDER BY own DESC) = 1),
    next AS (SELECT *, lead(known) OVER (PARTITION BY id ORDER BY known, stamp) AS following FROM once),
    deleted AS (SELECT id, list(day ORDER BY day) AS days FROM deletions GROUP BY id),
    ended AS (SELECT next.*, list_filter(days, lambda one: one >= next.known)[1] AS taken
      FROM next LEFT JOIN deleted ON next.id = deleted.id)
    SELECT * EXCLUDE (gone, form, own, following, taken),
      least(following, taken, CASE WHEN own = 0 THEN gone END) AS gone,
      CASE WHEN following IS NOT NULL THEN 'revised' WHEN taken IS NOT NULL OR (own = 0 AND gone IS NOT NULL)
        THEN 'deleted' ELSE 'current' END AS form
    FROM ended ORDER BY day DESC, id, known, stamp`,
    file,
  );
}

/** Writes rows as the Parquet file of a snapshot. */
export async function copyEvents(
  connection: DuckDBConnection,
  sql: string,
  file: string,
  bound: readonly Bound[] = [],
): Promise<void> {
  await connection.run(`COPY (${sql}) TO ${sqlText(file)} (FORMAT parquet, ROW_GROUP_SIZE 30720)`, [...bound]);
}

async function append<T>(
  connection: DuckDBConnection,
  table: string,
  rows: readonly T[],
  one: (to: DuckDBAppender, row: T) => void,
): Promise<void> {
  const appender = await connection.createAppender(table);
  for (const row of rows) {
    one(appender, row);
    appender.endRow();
  }
  appender.closeSync();
}

/** Counts what the Parquet file of a snapshot holds. */
export async function tallyOf(
  connection: DuckDBConnection,
  file: string,
): Promise<Omit<Tally, "carried"> & { readonly rows: number }> {
  const reader = await connection.runAndReadAll(
    `SELECT coalesce(zone, '') AS zone, form, count(*)::DOUBLE, sum(events)::DOUBLE, min(day)::VARCHAR, max(day)::VARCHAR
      FROM read_parquet(${sqlText(file)}) GROUP BY ALL ORDER BY ALL`,
  );
  const zones = new Map<string, number>();
  const forms = new Map<string, number>();
  let [rows, events] = [0, 0];
  let seen: Span = { since: "9999-12-31", until: "0001-01-01" };
  for (const [zone, form, n, sum, first, last] of reader.getRows()) {
    zones.set(String(zone), (zones.get(String(zone)) ?? 0) + Number(n));
    forms.set(String(form), (forms.get(String(form)) ?? 0) + Number(n));
    rows += Number(n);
    if (form === "current") events += Number(sum);
    seen = {
      since: earlierOf(seen.since, String(first)),
      until: String(last) > seen.until ? String(last) : seen.until,
    };
  }
  const named = await connection.runAndReadAll(
    `SELECT DISTINCT unnest(list_concat(side1, side2)) AS actor FROM (SELECT DISTINCT side1, side2 FROM
      read_parquet(${sqlText(file)})) ORDER BY actor`,
  );
  return {
    actors: named.getRows().map(([actor]) => String(actor)),
    ...{ rows, events, seen, zones: Object.fromEntries(zones) },
    ...{ revisions: forms.get("revised") ?? 0, deleted: forms.get("deleted") ?? 0 },
  };
}

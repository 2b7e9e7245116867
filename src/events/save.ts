import type { Snapshot } from "../core/snapshot.js";
import { csvTable } from "../store/csvTable.js";
import { withEngine } from "../store/engine.js";
import { checkedName, manifestOf, parquetOf, sha256 } from "../store/snapshots.js";
import { whereSql } from "../store/whereSql.js";
import { writeSnapshot } from "../store/writeSnapshot.js";
import { checkSaid, expanded } from "./codebook.js";
import { rejectColumns } from "./read.js";

/**
 * Writes the rows that a snapshot means as a snapshot of their own, under a name, so that a selection can be handed on.
 * What it speaks for is unchanged but for the criteria, which are part of its hash.
 *
 * @throws InputError when the name will not do for a folder, or the criteria ask what the publisher does not say
 */
export async function save(snapshot: Snapshot, { name, store }: { name: string; store: string }): Promise<Snapshot> {
  checkedName(name, "save");
  const manifest = await manifestOf(snapshot);
  checkSaid(snapshot.where, [], manifest, "save");
  const hash = sha256(JSON.stringify([snapshot.hash, snapshot.where]));
  return await withEngine(async (connection) => {
    const bound: (string | number | boolean)[] = [];
    const bind = (value: string | number | boolean): string => `$${bound.push(value)}`;
    const file = bind(parquetOf(snapshot));
    const kept = snapshot.where.map((one) => whereSql(expanded(one, manifest.codebook), bind));
    const condition = ["true", ...kept].join(" AND ");
    await connection.run(`CREATE TABLE events AS SELECT * FROM read_parquet(${file}) WHERE ${condition}`, bound);
    const tally = await connection.runAndReadAll(
      "SELECT count(*)::INT AS kept, coalesce(sum(events), 0)::DOUBLE AS events FROM events",
    );
    const [{ kept: rows, events }] = tally.getRowObjectsJS();
    const found = await connection.runAndReadAll(
      "SELECT coalesce(zone, '') AS zone, count(*)::INT AS n FROM events GROUP BY ALL ORDER BY ALL",
    );
    const zones = new Map(found.getRowObjectsJS().map((one) => [String(one["zone"]), Number(one["n"])]));
    const draft = {
      ...manifest,
      name,
      hash,
      kept: Number(rows),
      events: Number(events),
      read: Number(rows),
      refused: 0,
      zones: Object.fromEntries(Object.keys(manifest.zones).map((zone) => [zone, zones.get(zone) ?? 0])),
    };
    return await writeSnapshot(connection, draft, { store, rejects: csvTable(rejectColumns, []) });
  });
}

import type { Snapshot } from "../core/snapshot.js";
import { rejectColumns, repairColumns } from "../store/accounts.js";
import { csvTable } from "../store/csvTable.js";
import { rowsSql, withEngine } from "../store/engine.js";
import { checkedName, manifestOf, sha256 } from "../store/snapshots.js";
import type { Bound } from "../store/whereSql.js";
import { copyEvents, tallyOf } from "../store/writeEvents.js";
import { eventsFile, writeSnapshot } from "../store/writeSnapshot.js";
import { checkSaid, expanded } from "./codebook.js";

/**
 * Writes the rows that a snapshot means as a snapshot of their own, under a name, so that a selection can be handed on.
 * What it speaks for is unchanged but for the criteria, which are part of its hash; older forms and deleted rows are
 * left behind.
 *
 * @throws InputError when the name will not do for a folder, or the criteria ask what the publisher does not say
 */
export async function save(snapshot: Snapshot, { name, store }: { name: string; store: string }): Promise<Snapshot> {
  checkedName(name, "save");
  const manifest = await manifestOf(snapshot);
  checkSaid(snapshot.where, [], manifest, "save");
  const { hash, where, asOf, covers, knownBy = "" } = snapshot;
  return await writeSnapshot({ store, name }, async (folder) => {
    const file = eventsFile(folder);
    return await withEngine(async (connection) => {
      const bound: Bound[] = [];
      const rows = rowsSql(
        snapshot,
        where.map((one) => expanded(one, manifest)),
        (value) => `$${bound.push(value)}`,
      );
      await copyEvents(connection, `SELECT *, CAST(NULL AS DATE) AS gone, 'current' AS form FROM ${rows}`, file, bound);
      const { zones, events, rows: kept } = await tallyOf(connection, file);
      const draft = {
        ...{ ...manifest, name, asOf, covers, hash: sha256(JSON.stringify([hash, where, knownBy])) },
        ...{ read: kept, kept, refused: 0, repaired: 0, revisions: 0, carried: 0, deleted: 0, events },
        zones: Object.fromEntries(Object.keys(manifest.zones).map((zone) => [zone, zones[zone] ?? 0])),
      };
      return { draft, rejects: csvTable(rejectColumns, []), repairs: csvTable(repairColumns, []) };
    });
  });
}

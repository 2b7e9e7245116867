import type { Codebook } from "../core/codebook.js";
import { type Day, earlierOf, isDay } from "../core/day.js";
import { DataError, InputError } from "../core/errors.js";
import type { Snapshot } from "../core/snapshot.js";
import type { Source } from "../core/source.js";
import { accounts } from "../store/accounts.js";
import { checkedName, sha256 } from "../store/snapshots.js";
import { judged } from "../store/staging.js";
import { withCells } from "../store/withCells.js";
import { type Deletion, writeEvents } from "../store/writeEvents.js";
import { eventsFile, writeSnapshot } from "../store/writeSnapshot.js";
import { spellingsOf } from "./codebook.js";
import { planOf } from "./plan.js";

/** What reading is told beside the file and its source. */
export interface ReadOptions {
  readonly name: string;
  /** The day the file is of. */
  readonly asOf: Day;
  readonly codebook: Codebook;
  readonly store: string;
  /** The snapshot that the file updates: its rows are carried over, and a newer form takes an older one's place. */
  readonly onto?: Snapshot;
  /** Rows of that snapshot that the publisher has since taken back, with the day. */
  readonly deleted?: readonly Deletion[];
  /** Is told what is being done. */
  readonly note?: (step: string) => void;
}

/**
 * Reads a publisher's file into a store, as an immutable snapshot of what was known on a day. Every row is kept or
 * refused, and kept + refused = read: the refused stand in `rejects.csv` beside the rows with row, line, column, value, reason
 * and the record as it stood; rows read by a named rule for a known defect stand in `repairs.csv`. Of several forms of one
 * event the newest counts, and the older are kept as revisions. Text (CSV with comma, tab, semicolon or bar, in UTF-8 or
 * UTF-16), gzip, xlsx, and JSON as the publishers' APIs return it.
 *
 * @throws InputError when there is no such file; DataError when it is empty, of another kind, or without one good row
 */
export async function read(file: string, source: Source, options: ReadOptions): Promise<Snapshot> {
  const { name, asOf, codebook, store, onto, deleted = [], note = () => {} } = options;
  checkedName(name, "read");
  if (!isDay(asOf)) throw new InputError(`read: asOf needs a day as YYYY-MM-DD, got ${JSON.stringify(asOf)}`);
  if (onto !== undefined && onto.asOf > asOf)
    throw new InputError(`read: ${name} as of ${asOf} cannot update what is as of ${onto.asOf}`);
  note(`going through ${file}`);
  const planFor = (columns: readonly string[]) => planOf(source, columns, { codebook, asOf, file });
  return await withCells(
    file,
    { known: source.needs },
    (columns) => planFor(columns).parts,
    async (connection, table, original) => {
      const { says, ...plan } = planFor(table.columns);
      note(`reading ${table.records.toLocaleString("en-US")} rows of ${file}`);
      const staging = await judged(connection, table, plan);
      const account = await accounts(staging);
      const read = table.records;
      const kept = read - account.refused.length;
      if (kept === 0) throw new DataError(`read: kept none of ${read} rows${account.firstReason} (${file})`);
      note(`writing ${kept.toLocaleString("en-US")} rows`);
      return await writeSnapshot({ store, name }, async (folder) => {
        const { seen, actors, ...tally } = await writeEvents(staging, account, {
          file: eventsFile(folder),
          onto,
          deleted,
        });
        const { since, until } = source.covers(seen);
        const covers = { since, until: earlierOf(until, asOf) };
        const notes = staging.parts.flatMap((part) => part.note ?? []);
        const readings = staging.parts.map((part) => part.digest);
        const origin = [onto?.hash ?? "", deleted];
        const hashed = [source.name, asOf, covers, codebook, says, table.sha256, readings, origin];
        return {
          draft: {
            ...{ name, source: source.name, asOf, codebook, says, notes, file: original },
            ...{ read, kept, refused: account.refused.length, repaired: account.repaired.length },
            ...{ ...tally, covers, spellings: spellingsOf(codebook, actors) },
            hash: sha256(JSON.stringify(hashed)),
          },
          rejects: await account.rejects(),
          repairs: await account.repairs(),
        };
      });
    },
  );
}

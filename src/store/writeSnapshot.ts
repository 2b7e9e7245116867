import { existsSync } from "node:fs";
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { Manifest, Snapshot } from "../core/snapshot.js";
import { fingerprint, writeFolder } from "./files.js";
import { handleOf, isWhole, manifestText, snapshotFolder } from "./snapshots.js";

/** All of a manifest but what the store itself finds. */
export type Draft = Omit<Manifest, "parquet">;

/** Writes the table `events` of a connection with its manifest and rejects as one immutable snapshot. */
export async function writeSnapshot(
  connection: DuckDBConnection,
  draft: Draft,
  { store, rejects }: { store: string; rejects: string },
): Promise<Snapshot> {
  const folder = snapshotFolder(store, draft.name, draft.hash);
  const stands = existsSync(folder);
  if (stands && (await isWhole(folder))) return handleOf(draft, store);
  if (stands) await rm(folder, { recursive: true, force: true });
  await writeFolder(folder, async (into) => {
    const parquet = join(into, "events.parquet");
    await connection.run(
      `COPY (SELECT * FROM events ORDER BY day, id) TO '${parquet.replaceAll("'", "''")}' (FORMAT parquet, COMPRESSION zstd)`,
    );
    const { bytes, sha256 } = await fingerprint(parquet);
    const manifest: Manifest = { ...draft, parquet: { bytes, sha256 } };
    await writeFile(join(into, "rejects.csv"), rejects);
    await writeFile(join(into, "manifest.json"), manifestText(manifest));
  });
  return handleOf(draft, store);
}

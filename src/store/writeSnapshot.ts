import { rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Manifest, Snapshot } from "../core/snapshot.js";
import { fingerprint, writeFolder } from "./files.js";
import { datasetFolder, folderName, handleOf, isWhole, manifestText } from "./snapshots.js";

/** All of a manifest but what the store itself finds. */
export type Draft = Omit<Manifest, "parquet" | "rejects" | "repairs">;

/**
 * Writes one immutable snapshot of a dataset: `fill` writes `events.parquet`, `rejects.csv` and `repairs.csv` into the
 * folder it is given and says what they hold.
 */
export async function writeSnapshot(
  { store, name }: { readonly store: string; readonly name: string },
  fill: (folder: string) => Promise<Draft>,
): Promise<Snapshot> {
  let handle: Snapshot | undefined;
  const parent = datasetFolder(store, name);
  await writeFolder(parent, async (folder) => {
    const draft = await fill(folder);
    const manifest: Manifest = {
      ...draft,
      parquet: await sealed(folder, "events.parquet"),
      rejects: await sealed(folder, "rejects.csv"),
      repairs: await sealed(folder, "repairs.csv"),
    };
    await writeFile(join(folder, "manifest.json"), manifestText(manifest));
    handle = handleOf(manifest, store);
    const final = join(parent, folderName(draft.hash));
    // Only what stands can be damaged: one that another writer puts there meanwhile is whole.
    const isThere = await stat(final).catch(() => undefined);
    if (isThere && !(await isWhole(final))) await rm(final, { recursive: true, force: true });
    return folderName(draft.hash);
  });
  if (handle === undefined) throw new Error("a snapshot was written that nobody described");
  return handle;
}

async function sealed(folder: string, name: string): Promise<{ bytes: number; sha256: string }> {
  const { bytes, sha256 } = await fingerprint(join(folder, name));
  return { bytes, sha256 };
}

import { rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Manifest, Snapshot } from "../core/snapshot.js";
import { fingerprint, writeFolder } from "./files.js";
import { datasetFolder, folderName, handleOf, isWhole, manifestText } from "./snapshots.js";

/** All of a manifest but what the store itself finds. */
export type Draft = Omit<Manifest, "parquet" | "rejects" | "repairs">;

/** What a folder was filled with, and the tables that are to stand beside its events. */
export interface Filled {
  readonly draft: Draft;
  readonly rejects: string;
  readonly repairs: string;
}

/**
 * Writes one immutable snapshot of a dataset: `fill` writes `events.parquet` into the folder it is given and
 * says what stands beside it.
 */
export async function writeSnapshot(
  { store, name }: { readonly store: string; readonly name: string },
  fill: (folder: string) => Promise<Filled>,
): Promise<Snapshot> {
  let handle: Snapshot | undefined;
  const parent = datasetFolder(store, name);
  await writeFolder(parent, async (folder) => {
    const { draft, rejects, repairs } = await fill(folder);
    await writeFile(join(folder, "rejects.csv"), rejects);
    await writeFile(join(folder, "repairs.csv"), repairs);
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

/** Where the events of a snapshot stand in its folder. */
export function eventsFile(folder: string): string {
  return join(folder, "events.parquet");
}

async function sealed(folder: string, name: string): Promise<{ bytes: number; sha256: string }> {
  const { bytes, sha256 } = await fingerprint(join(folder, name));
  return { bytes, sha256 };
}

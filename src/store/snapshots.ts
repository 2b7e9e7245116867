import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { type Day, earlierOf, isDay } from "../core/day.js";
import { DataError, InputError } from "../core/errors.js";
import type { Manifest, Snapshot } from "../core/snapshot.js";
import { fingerprint } from "./files.js";

/** Where a dataset's snapshots stand. */
export function datasetFolder(store: string, name: string): string {
  return join(resolve(store), name);
}

/** The folder of a snapshot below its dataset's: the first 16 digits of the hash. */
export function folderName(hash: string): string {
  return hash.slice(0, 16);
}

/** Where a snapshot's files stand: `<store>/<name>/<first 16 digits of the hash>/`. */
export function snapshotFolder({ store, name, hash }: Pick<Snapshot, "store" | "name" | "hash">): string {
  return join(datasetFolder(store, name), folderName(hash));
}

/** The handle that a manifest describes, with all its rows meant. */
export function handleOf(manifest: Manifest, store: string): Snapshot {
  const { name, source, asOf, covers, hash, codebook } = manifest;
  return { name, source, asOf, covers, hash, codebook: codebook.name, where: [], store };
}

/** A dataset's name must do as a folder's. */
export function checkedName(name: string, verb: string): string {
  if (/^[a-z0-9][a-z0-9._-]{0,63}$/.test(name)) return name;
  throw new InputError(`${verb}: name needs lower-case letters, digits, ".", "-" or "_", got ${JSON.stringify(name)}`);
}

/**
 * What was known of a dataset on a day (by default all that is): its newest stored snapshot of that day or before. Where all
 * are newer, the oldest of them is read back to the day, as far as its rows say when they were changed, and the handle has
 * `knownBy`: a row changed since is then missing unless its older form was recorded.
 *
 * @throws InputError when there is none, or several of one day and no hash was named; DataError when its files are not
 * those that were written
 */
export async function open(
  name: string,
  { store, asOf, hash }: { store: string; asOf?: Day; hash?: string },
): Promise<Snapshot> {
  if (asOf !== undefined && !isDay(asOf))
    throw new InputError(`open: asOf needs a day as YYYY-MM-DD, got ${JSON.stringify(asOf)}`);
  const all = (await vintages(name, { store })).filter((one) => !hash || one.hash.startsWith(hash));
  const known = all.filter((one) => asOf === undefined || one.asOf <= asOf);
  const later = all.filter((one) => one.says.includes("stamp"));
  const day = known.at(-1)?.asOf ?? later.at(0)?.asOf;
  const found = (known.length > 0 ? known : later).filter((one) => one.asOf === day);
  if (found.length === 0) throw new InputError(`open: no snapshot ${name}${asOf ? ` as of ${asOf}` : ""} in ${store}`);
  if (found.length > 1) {
    const hashes = found.map((one) => one.hash.slice(0, 8)).join(", ");
    throw new InputError(`open: ${found.length} snapshots of ${name} are of ${day}; name one with { hash }: ${hashes}`);
  }
  const handle = handleOf(found[0], store);
  if (!(await isWhole(snapshotFolder(handle))))
    throw new DataError(`open: the rows of ${name} are not those that were saved (${store}); read the file again`);
  if (known.length > 0 || asOf === undefined) return handle;
  const { since, until } = handle.covers;
  if (asOf <= since) throw new InputError(`open: no snapshot ${name} as of ${asOf} in ${store}`);
  return { ...handle, asOf, covers: { since, until: earlierOf(until, asOf) }, knownBy: asOf };
}

/**
 * What stands beside the rows of every snapshot of a dataset, from the oldest to the newest.
 *
 * @throws DataError when one of them is not what was written
 */
export async function vintages(name: string, { store }: { store: string }): Promise<Manifest[]> {
  const folder = datasetFolder(store, checkedName(name, "open"));
  const entries = await readdir(folder).catch(() => []);
  const manifests: Manifest[] = [];
  for (const entry of entries.filter((found) => !found.startsWith(".")).sort()) {
    manifests.push(await readManifest(join(folder, entry)));
  }
  return manifests.sort((one, other) => (one.asOf < other.asOf ? -1 : one.asOf > other.asOf ? 1 : 0));
}

/** Whether a snapshot's folder stands and holds the rows that were written to it. */
export async function isWhole(folder: string): Promise<boolean> {
  const manifest = await readManifest(folder).catch(() => undefined);
  if (manifest === undefined) return false;
  const files = {
    "events.parquet": manifest.parquet,
    "rejects.csv": manifest.rejects,
    "repairs.csv": manifest.repairs,
  };
  for (const [name, sealed] of Object.entries(files)) {
    const found = await fingerprint(join(folder, name)).catch(() => undefined);
    if (found?.sha256 !== sealed.sha256) return false;
  }
  return true;
}

/** What stands beside a snapshot's rows. */
export async function manifestOf(snapshot: Snapshot): Promise<Manifest> {
  return await readManifest(snapshotFolder(snapshot));
}

/** A manifest as it is written, with a seal by which a change to it is seen. */
export function manifestText(manifest: Manifest): string {
  return `${JSON.stringify({ ...manifest, seal: sha256(JSON.stringify(manifest)) }, null, 1)}\n`;
}

/** The Parquet file of a snapshot. */
export function parquetOf(snapshot: Pick<Snapshot, "store" | "name" | "hash">): string {
  return join(snapshotFolder(snapshot), "events.parquet");
}

/** SHA-256 of a text. */
export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

async function readManifest(folder: string): Promise<Manifest> {
  const file = join(folder, "manifest.json");
  const text = await readFile(file, "utf8").catch(() => undefined);
  if (text === undefined)
    throw new DataError(`open: the snapshot has lost its manifest (${file}); read the file again`);
  const manifest = unsealed(text);
  if (manifest === undefined)
    throw new DataError(`open: the manifest is not the one that was saved (${file}); read the file again`);
  return manifest;
}

function unsealed(text: string): Manifest | undefined {
  try {
    const { seal, ...manifest } = JSON.parse(text);
    return seal === sha256(JSON.stringify(manifest)) ? manifest : undefined;
  } catch {
    return undefined;
  }
}

import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { type Day, isDay } from "../core/day.js";
import { DataError, InputError } from "../core/errors.js";
import type { Manifest, Snapshot } from "../core/snapshot.js";
import { fingerprint } from "./files.js";

/** Where a snapshot's files stand: `<store>/<name>/<first 16 digits of the hash>/`. */
export function snapshotFolder(store: string, name: string, hash: string): string {
  return join(resolve(store), name, hash.slice(0, 16));
}

/** The handle that a manifest describes, with all its rows meant. */
export function handleOf(manifest: Omit<Manifest, "parquet">, store: string): Snapshot {
  const { name, source, asOf, covers, hash, codebook } = manifest;
  return { name, source, asOf, covers, hash, codebook: codebook.name, where: [], store };
}

/** A dataset's name must do as a folder's. */
export function checkedName(name: string, verb: string): string {
  if (/^[a-z0-9][a-z0-9._-]{0,63}$/.test(name)) return name;
  throw new InputError(`${verb}: name needs lower-case letters, digits, ".", "-" or "_", got ${JSON.stringify(name)}`);
}

/**
 * The newest snapshot of a dataset as of a day (the newest of all without one), its files whole.
 *
 * @throws InputError when there is none, or several of one day and no hash was named; DataError when its files are not
 * those that were written
 */
export async function open(
  name: string,
  { store, asOf, hash }: { store: string; asOf?: Day; hash?: string },
): Promise<Snapshot> {
  const folder = join(resolve(store), checkedName(name, "open"));
  if (asOf !== undefined && !isDay(asOf))
    throw new InputError(`open: asOf needs a day as YYYY-MM-DD, got ${JSON.stringify(asOf)}`);
  const entries = await readdir(folder).catch(() => []);
  const manifests: Manifest[] = [];
  for (const entry of entries.filter((found) => !found.startsWith(".")).sort()) {
    manifests.push(await readManifest(join(folder, entry)));
  }
  const known = manifests.filter(
    (one) => (asOf === undefined || one.asOf <= asOf) && (!hash || one.hash.startsWith(hash)),
  );
  const newest = known
    .map((one) => one.asOf)
    .sort()
    .at(-1);
  const found = known.filter((one) => one.asOf === newest);
  if (found.length === 0) throw new InputError(`open: no snapshot ${name}${asOf ? ` as of ${asOf}` : ""} in ${store}`);
  if (found.length > 1) {
    const hashes = found.map((one) => one.hash.slice(0, 8)).join(", ");
    throw new InputError(
      `open: ${found.length} snapshots of ${name} are of ${newest}; name one with { hash }: ${hashes}`,
    );
  }
  if (!(await isWhole(snapshotFolder(store, name, found[0].hash)))) {
    throw new DataError(`open: the rows of ${name} are not those that were saved (${store}); read the file again`);
  }
  return handleOf(found[0], store);
}

/** Whether a snapshot's folder stands and holds the rows that were written to it. */
export async function isWhole(folder: string): Promise<boolean> {
  const manifest = await readManifest(folder).catch(() => undefined);
  const found = await fingerprint(join(folder, "events.parquet")).catch(() => undefined);
  return manifest !== undefined && found?.sha256 === manifest.parquet.sha256;
}

/** What stands beside a snapshot's rows. */
export async function manifestOf(snapshot: Snapshot): Promise<Manifest> {
  return await readManifest(snapshotFolder(snapshot.store, snapshot.name, snapshot.hash));
}

/** A manifest as it is written, with a seal by which a change to it is seen. */
export function manifestText(manifest: Manifest): string {
  return `${JSON.stringify({ ...manifest, seal: sha256(JSON.stringify(manifest)) }, null, 1)}\n`;
}

/** The Parquet file of a snapshot. */
export function parquetOf(snapshot: Pick<Snapshot, "store" | "name" | "hash">): string {
  return join(snapshotFolder(snapshot.store, snapshot.name, snapshot.hash), "events.parquet");
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

import { createHash, randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { basename, dirname, join } from "node:path";
import { InputError } from "../core/errors.js";

/**
 * Makes a folder and those above it.
 *
 * @throws InputError when it cannot be made or written to
 */
export async function makeFolder(folder: string): Promise<void> {
  const made = await mkdir(folder).then(
    () => "",
    (error: NodeJS.ErrnoException) => error.code ?? "failed",
  );
  const found = made === "" || made === "EEXIST" ? await stat(folder).catch(() => undefined) : undefined;
  if (found?.isDirectory()) return;
  if (made !== "ENOENT" || dirname(folder) === folder)
    throw new InputError(`write: cannot make the folder ${folder} (${found ? "a file stands there" : made})`);
  await makeFolder(dirname(folder));
  await mkdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST") throw new InputError(`write: cannot make the folder ${folder} (${error.code})`);
  });
}

/** What a file weighs and its SHA-256, read once. */
export async function fingerprint(file: string): Promise<{ name: string; bytes: number; sha256: string }> {
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const chunk of createReadStream(file)) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { name: basename(file), bytes, sha256: hash.digest("hex") };
}

/** Writes a file so that, whatever happens, its place holds the old content or the new, never a part. */
export async function writeWhole(
  file: string,
  content: string | Uint8Array | AsyncIterable<string | Uint8Array>,
): Promise<void> {
  await makeFolder(dirname(file));
  const draft = join(dirname(file), `.${basename(file)}.${randomUUID()}`);
  try {
    const handle = await open(draft, "wx");
    try {
      await writeFile(handle, content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(draft, file);
    await syncFolder(dirname(file));
  } finally {
    await rm(draft, { force: true });
  }
}

/**
 * Fills a new folder below `parent` and puts it in place in one step under the name that filling it gave; where that folder
 * already stands (the same content under the same hash) the new one is dropped. A kill leaves at most a hidden draft,
 * which nobody reads and the next writer sweeps away.
 */
export async function writeFolder(parent: string, fill: (draft: string) => Promise<string>): Promise<string> {
  await makeFolder(parent);
  await sweepDrafts(parent);
  const draft = join(parent, draftName());
  try {
    await mkdir(draft);
    const folder = join(parent, await fill(draft));
    for (const name of await readdir(draft)) await sync(join(draft, name));
    await syncFolder(draft);
    await rename(draft, folder).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "ENOTEMPTY" && error.code !== "EEXIST") throw error;
    });
    await syncFolder(parent);
    return folder;
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/** A name for a draft that tells whose it is. */
export function draftName(): string {
  return `.hindcast-draft-${hostname()}-${process.pid}-${randomUUID()}`;
}

/** Removes the drafts of writers of this machine that are no more. */
export async function sweepDrafts(parent: string): Promise<void> {
  const mine = `.hindcast-draft-${hostname()}-`;
  for (const name of await readdir(parent).catch(() => [])) {
    if (!name.startsWith(mine)) continue;
    const writer = Number(name.slice(mine.length).split("-")[0]);
    if (!isAlive(writer)) await rm(join(parent, name), { recursive: true, force: true });
  }
}

/** Whether a process of this machine is there. */
export function isAlive(writer: number): boolean {
  try {
    process.kill(writer, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

async function sync(file: string): Promise<void> {
  const handle = await open(file, "r+");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Waits until the names in a folder are on the disk. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

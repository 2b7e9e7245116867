import { randomUUID } from "node:crypto";
import { link, readFile, rm, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { dirname } from "node:path";
import { setTimeout } from "node:timers/promises";
import { InputError } from "../core/errors.js";
import { isAlive, makeFolder } from "./files.js";

/**
 * Does something while no other process that asks for the same lock does: for reading a file, changing it and writing it back.
 * The lock is a file beside it that names its holder; one whose holder, on this machine, is no more is cleared away.
 *
 * @throws InputError when another process holds it for longer than `patience` milliseconds
 */
export async function withLock<T>(
  file: string,
  use: () => Promise<T>,
  { patience = 30_000 }: { patience?: number } = {},
): Promise<T> {
  const lock = `${file}.lock`;
  await makeFolder(dirname(file));
  for (let waited = 0; !(await taken(lock)); waited += 50) {
    if (await isLeft(lock)) await clear(lock);
    else if (waited >= patience)
      throw new InputError(
        `write: another process has held ${lock} for ${patience / 1000} s; if there is none, remove it`,
      );
    else await setTimeout(50);
  }
  try {
    return await use();
  } finally {
    await rm(lock, { force: true });
  }
}

/** Puts a lock in place, whole or not at all; false where there is one. */
async function taken(lock: string): Promise<boolean> {
  const draft = `${lock}.${randomUUID()}`;
  await writeFile(draft, `${hostname()} ${process.pid}\n`, { flag: "wx" });
  try {
    await link(draft, lock);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

/** Whether a lock's holder, on this machine, is no more. */
async function isLeft(lock: string): Promise<boolean> {
  const [host, holder] = (await readFile(lock, "utf8").catch(() => "")).trim().split(" ");
  return host === hostname() && !isAlive(Number(holder));
}

/** Removes a lock that was left. Of several who see it one does, so that none removes the lock that another has put since. */
async function clear(lock: string): Promise<void> {
  const broom = `${lock}.clearing`;
  if (!(await taken(broom))) {
    if (await isLeft(broom)) await rm(broom, { force: true });
    return await setTimeout(50);
  }
  try {
    if (await isLeft(lock)) await rm(lock, { force: true });
  } finally {
    await rm(broom, { force: true });
  }
}

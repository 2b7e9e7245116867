import { createHash, randomUUID } from "node:crypto";
import { mkdir, open, readFile, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { z } from "zod";

/** ACLED's tokens; `until` is when they end, in milliseconds since 1970. */
export interface Tokens {
  readonly access: string;
  readonly until: number;
  readonly refresh: string;
  readonly refreshUntil: number;
}

/** A place where tokens are kept between runs. */
export interface TokenStore {
  read(): Promise<Tokens | undefined>;
  write(tokens: Tokens): Promise<void>;
}

const token = z.object({ access: z.string(), until: z.number(), refresh: z.string(), refreshUntil: z.number() });
const schema = z.record(z.string(), token);

/**
 * Keeps tokens in a file that nobody else may read, from its first byte. They are kept for one address and one account and
 * are given back for these alone. A file that is missing, open to others or not in order counts as holding none.
 */
export function tokenFile(file: string, { address, username }: { address: string; username: string }): TokenStore {
  const owner = createHash("sha256")
    .update(JSON.stringify([address, username]))
    .digest("hex");
  const all = async (): Promise<Readonly<Record<string, Tokens>>> => {
    try {
      const isClosed = process.platform === "win32" || ((await stat(file)).mode & 0o077) === 0;
      return isClosed ? schema.parse(JSON.parse(await readFile(file, "utf8"))) : {};
    } catch {
      return {};
    }
  };
  return {
    read: async () => {
      const found = await all();
      return Object.hasOwn(found, owner) ? found[owner] : undefined;
    },
    write: async (tokens) => await writeClosed(file, JSON.stringify({ ...(await all()), [owner]: tokens })),
  };
}

/** Written aside and renamed, as every file of ours, and closed to others before anything is in it. */
async function writeClosed(file: string, content: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const draft = join(dirname(file), `.${basename(file)}.${randomUUID()}`);
  try {
    const handle = await open(draft, "wx", 0o600);
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(draft, file);
  } finally {
    await rm(draft, { force: true });
  }
}

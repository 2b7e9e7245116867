import type { DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { sqlText } from "./tableSql.js";

/** An engine that can open these files and no others, and cannot write; kept warm, as starting one takes as long as a count. */
interface Confined {
  readonly instance: Promise<DuckDBInstance>;
  users: number;
  isDropped: boolean;
}

const warm = new Map<string, Confined>();

/** So many engines are kept for the next question. */
const most = 4;

/** Lends a connection to an engine that is confined to these files. */
export async function withConfined<T>(
  files: readonly string[],
  use: (connection: DuckDBConnection) => Promise<T>,
): Promise<T> {
  const engine = engineFor(files);
  engine.users++;
  try {
    const connection = await (await engine.instance).connect();
    try {
      return await use(connection);
    } finally {
      connection.closeSync();
    }
  } finally {
    engine.users--;
    await release(engine);
  }
}

function engineFor(files: readonly string[]): Confined {
  const name = files.join("\0");
  const found = warm.get(name) ?? { instance: started(files), users: 0, isDropped: false };
  warm.delete(name);
  warm.set(name, found);
  found.instance.catch(() => warm.delete(name));
  const [oldest] = warm;
  if (warm.size > most && oldest !== undefined) {
    warm.delete(oldest[0]);
    oldest[1].isDropped = true;
    void release(oldest[1]);
  }
  return found;
}

/** An engine that is no longer kept is closed by its last user. */
async function release(engine: Confined): Promise<void> {
  if (engine.isDropped && engine.users === 0) (await engine.instance.catch(() => undefined))?.closeSync();
}

async function started(files: readonly string[]): Promise<DuckDBInstance> {
  const { DuckDBInstance: engine } = await import("@duckdb/node-api");
  const instance = await engine.create(":memory:");
  const connection = await instance.connect();
  await connection.run(`SET allowed_paths = [${files.map(sqlText).join(", ")}]`);
  await connection.run("SET enable_external_access = false");
  await connection.run("SET lock_configuration = true");
  connection.closeSync();
  return instance;
}

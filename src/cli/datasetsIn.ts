import { readdir } from "node:fs/promises";
import { resolve } from "node:path";

/** The names of the datasets in a store, in order; none where there is no store. */
export async function datasetsIn(store: string): Promise<string[]> {
  const found = await readdir(resolve(store), { withFileTypes: true }).catch(() => []);
  const held = found.filter((one) => one.isDirectory() && !one.name.startsWith("."));
  return held.map((one) => one.name).sort();
}

import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

/**
 * The project whose kernel serves a folder: the nearest one upwards in which tslab is installed, else the one that this
 * program is in. Where there is neither it is the folder itself, which an error then names.
 */
export function projectRoot(folder: string, own: string = resolve(import.meta.dirname, "../..")): string {
  const start = resolve(folder);
  for (let at = start; ; at = dirname(at)) {
    if (holdsTslab(at)) return at;
    if (at === dirname(at)) return holdsTslab(own) ? own : start;
  }
}

function holdsTslab(folder: string): boolean {
  return existsSync(join(folder, "node_modules", "tslab", "bin", "tslab"));
}

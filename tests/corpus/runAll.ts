import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { manifestOf } from "../../src/index.js";
import { readAny } from "./readAny.js";

/** What became of one file, and the most memory the process had held by then, in kB. */
export interface ChildLine {
  readonly name: string;
  readonly became: string | { readonly kept: number; readonly refused: number };
  readonly peak: number;
}

/** Reads every file of a written corpus, one after the other in this process, and prints a line for each. */
async function runAll(folder: string, store: string): Promise<void> {
  const entries: { name: string; path: string; named?: "acled" | "ucdp" }[] = JSON.parse(
    readFileSync(join(folder, "manifest.json"), "utf8"),
  );
  for (const [i, { name, path, named }] of entries.entries()) {
    const became = await readAny(path, { name: `c${i}`, store, named }).then(
      async (snapshot) => {
        const { kept, refused } = await manifestOf(snapshot);
        return { kept, refused };
      },
      (error: unknown) => (error instanceof Error ? error.name : "nothing"),
    );
    const line: ChildLine = { name, became, peak: peakMemory() };
    process.stdout.write(`${JSON.stringify(line)}\n`);
  }
}

/** Of this process alone: what getrusage says includes the process that started it. */
function peakMemory(): number {
  if (process.platform !== "linux") return process.resourceUsage().maxRSS;
  return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync("/proc/self/status", "utf8"))?.[1]);
}

const [, script, folder, store] = process.argv;
if (store !== undefined && import.meta.url === pathToFileURL(resolve(script)).href) await runAll(folder, store);

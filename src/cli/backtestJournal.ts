import { createHash } from "node:crypto";
import { appendFileSync, readFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { BacktestPart } from "../core/backtest.js";
import { makeFolder, writeWhole } from "../store/files.js";

/** What a back-test has done so far, in a file of a line for each part. */
export interface BacktestJournal {
  readonly file: string;
  /** Parts that an interrupted run left, where they are taken up. */
  readonly known: readonly BacktestPart[];
  keep(part: BacktestPart): void;
  /** Throws the file away, once all is done. */
  end(): Promise<void>;
}

/**
 * The journal of one back-test, named by a hash of all that its parts hang on, so that parts of other counts or options are
 * never taken for its own. A line that a kill tore is left out, and made again.
 */
export async function backtestJournal(
  asked: unknown,
  { folder, isResumed }: { folder: string; isResumed: boolean },
): Promise<BacktestJournal> {
  const hash = createHash("sha256").update(JSON.stringify(asked)).digest("hex").slice(0, 16);
  const file = join(folder, `backtest-${hash}.jsonl`);
  await makeFolder(folder);
  const known = isResumed ? partsIn(file) : [];
  await writeWhole(file, known.map((part) => `${JSON.stringify(part)}\n`).join(""));
  return {
    ...{ file, known },
    keep: (part) => appendFileSync(file, `${JSON.stringify(part)}\n`),
    end: async () => await rm(file, { force: true }),
  };
}

function partsIn(file: string): BacktestPart[] {
  let text = "";
  try {
    text = readFileSync(file, "utf8");
  } catch {
    return [];
  }
  return text.split("\n").flatMap((line): BacktestPart[] => {
    try {
      const part: unknown = JSON.parse(line);
      return isPart(part) ? [part] : [];
    } catch {
      return [];
    }
  });
}

function isPart(part: unknown): part is BacktestPart {
  if (typeof part !== "object" || part === null) return false;
  return "model" in part && "origin" in part && "forecasts" in part && "failures" in part;
}

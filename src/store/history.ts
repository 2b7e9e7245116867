import { readFile } from "node:fs/promises";
import { DataError } from "../core/errors.js";
import type { ResolutionHistory } from "../core/resolution.js";
import { writeWhole } from "./files.js";
import { withLock } from "./lock.js";
import { sha256 } from "./snapshots.js";

/**
 * The history of a report's resolutions as it stands in a file; empty where there is none.
 *
 * @throws DataError when the file is not the one that was written, or is of another report
 */
export async function readHistory(file: string, report: string): Promise<ResolutionHistory> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw new DataError(`resolve: the history cannot be read, ${error.code} (${file})`);
  });
  if (text === undefined) return { report, entries: [] };
  const history = unsealed(text);
  if (history === undefined)
    throw new DataError(
      `resolve: the history is not the one that was written (${file}); it was left as it is: put it right or aside`,
    );
  if (history.report !== report)
    throw new DataError(`resolve: the history is of ${history.report}, got ${report} (${file})`);
  return history;
}

/**
 * Reads a history, changes it and writes it back in one step that no other process can come between; a kill leaves the old
 * file or the new one, whole. What is not changed is not written.
 *
 * @throws DataError as `readHistory` does; InputError when another process holds the file for too long
 */
export async function updateHistory(
  file: string,
  report: string,
  change: (history: ResolutionHistory) => ResolutionHistory,
): Promise<{ readonly before: ResolutionHistory; readonly after: ResolutionHistory }> {
  return await withLock(file, async () => {
    const before = await readHistory(file, report);
    const after = change(before);
    const text = sealed(after);
    if (text !== sealed(before) || before.entries.length === 0) await writeWhole(file, text);
    return { before, after };
  });
}

/** A history as it is written, with a seal by which a change to it is seen. */
function sealed(history: ResolutionHistory): string {
  return `${JSON.stringify({ ...history, seal: sha256(JSON.stringify(history)) }, null, 1)}\n`;
}

function unsealed(text: string): ResolutionHistory | undefined {
  try {
    const { seal, ...history } = JSON.parse(text);
    return seal === sha256(JSON.stringify(history)) ? history : undefined;
  } catch {
    return undefined;
  }
}

import { readFile } from "node:fs/promises";
import { z } from "zod";
import type { Day } from "../core/day.js";
import { DataError, InputError } from "../core/errors.js";
import type { WatchedQuestion } from "../core/watchedQuestion.js";
import { formFaults } from "../sources/readJson.js";

/** Where every question stood once; `written` is the day the data were of. */
export interface WatchEntry {
  readonly written: Day;
  readonly watched: readonly WatchedQuestion[];
}

/** All that was ever written of a report's watched questions, oldest first; nothing is taken out. */
export interface WatchHistory {
  readonly report: string;
  readonly entries: readonly WatchEntry[];
}

/**
 * The history in a file; none where there is no file.
 *
 * @throws DataError when the file is not one of this report's; it is left as it is
 */
export async function readHistory(file: string, report: string): Promise<WatchHistory> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw new InputError(`watch: cannot read ${file} (${error.code})`);
  });
  if (text === undefined) return { report, entries: [] };
  const raw = parsed(text);
  const found = history.safeParse(raw);
  const faults = raw === undefined ? ["not JSON"] : found.success ? [] : formFaults(found.error);
  if (found.success && found.data.report !== report)
    faults.push(`report: is ${JSON.stringify(found.data.report)}, not ${JSON.stringify(report)}`);
  if (faults.length === 0) return raw as WatchHistory;
  throw new DataError(
    `watch: the last state is damaged: ${faults.slice(0, 3).join("; ")} (${file}); put back a copy, or move it away to begin anew; nothing was written`,
  );
}

/**
 * The history with where the questions stand now, if that is not what it ends with.
 *
 * @throws InputError when it ends with a later day
 */
export function withEntry(past: WatchHistory, entry: WatchEntry, file: string): WatchHistory {
  const last = past.entries.at(-1);
  if (last !== undefined && entry.written < last.written)
    throw new InputError(
      `watch: the last state is of ${last.written}, got data as of ${entry.written} (${file}); watch earlier days with another --out`,
    );
  if (last !== undefined && JSON.stringify(last) === JSON.stringify(entry)) return past;
  return { ...past, entries: [...past.entries, JSON.parse(JSON.stringify(entry))] };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "is not a day");
const numbers = z.looseObject({ allowed: z.number() });

/** What is read of an earlier state; the rest is kept as it stands. */
const history = z.looseObject({
  report: z.string(),
  entries: z
    .array(
      z.looseObject({
        written: day,
        watched: z.array(
          z.looseObject({
            id: z.string(),
            label: z.string(),
            state: z.string(),
            asOf: day,
            level: z.number(),
            threshold: z.number().optional(),
            baseline: z.looseObject({ label: z.string(), n: z.number() }).optional(),
            spread: numbers.optional(),
            periods: z.array(z.looseObject({ period: day, count: z.number() })),
            crossed: z.array(z.looseObject({ what: z.string(), direction: z.string(), period: day })),
          }),
        ),
      }),
    )
    .min(1),
});

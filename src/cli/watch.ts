import { basename, join, resolve } from "node:path";
import { Command } from "commander";
import type { Day } from "../core/day.js";
import { InputError } from "../core/errors.js";
import type { Snapshot } from "../core/snapshot.js";
import { watch } from "../reports/watch.js";
import { makeFolder, writeWhole } from "../store/files.js";
import { open, vintages } from "../store/snapshots.js";
import { numberOf } from "./methodsIn.js";
import { type Case, openCase } from "./openCase.js";
import { progress } from "./progress.js";
import { dayOf } from "./sourceOptions.js";
import { changesOf } from "./watchChanges.js";
import { readHistory, type WatchEntry, withEntry } from "./watchState.js";
import { watchMarkdown, watchText } from "./watchText.js";
import { widthOf } from "./wrapped.js";

interface Options {
  readonly events?: string;
  readonly asOf?: string;
  readonly threshold?: string;
  readonly out: string;
  readonly store: string;
  readonly json?: boolean;
}

/** The level of every interval, as in a run. */
const level = 0.95;

/** `hindcast watch`: where a report's questions stand as periods arrive, and what changed since the last time. */
export function watchCommand(): Command {
  return new Command("watch")
    .description("Look again at what a report waits for: where it stands, what would settle it, what changed since.")
    .argument("[report]", "a shipped report, or the path of a report.json", "ctp-2023-12-13")
    .option("--events <file>", "events to use in place of the evidence from the same publisher")
    .option("--as-of <day>", "use only periods that were over on this day; with --events also the day that file is of")
    .option("--threshold <ratio>", "a ratio that the change has to pass, beside no change")
    .option("--out <folder>", "where to write; a folder of the report's name is made in it", "out")
    .option("--store <folder>", "where snapshots are kept", join(".hindcast", "store"))
    .option("--json", "print where it stands and what changed as JSON")
    .addHelpText(
      "after",
      `
It reads the report's evidence, or a newer snapshot of the same name, source and
codebook in the store, and writes watch.json (every state there was, oldest
first) and watch.md. What the same data say twice is the same, byte for byte.

Examples:
  hindcast watch
  hindcast watch my-report/report.json --events acled.csv --as-of 2024-03-04

Every Monday at six, by cron, with the mail only when something changed:
  0 6 * * 1  cd /srv/watch && hindcast watch > last.txt; grep -q '^Nothing changed' last.txt || cat last.txt`,
    )
    .action(async (name: string, options: Options) => {
      const { note, end } = progress(process.stderr);
      try {
        const { opened, entry } = await lookAgain(name, options, note);
        const folder = join(options.out, opened.report.id);
        const file = join(folder, "watch.json");
        const past = await readHistory(file, opened.report.id);
        const now = withEntry(past, entry, file);
        const last = past.entries.at(-1);
        const changes = last === undefined ? [] : changesOf(last, entry);
        await writeWhole(file, `${JSON.stringify(now, null, 1)}\n`);
        await writeWhole(join(folder, "watch.md"), watchMarkdown(opened.report, now));
        end();
        const since = last === undefined ? {} : { since: last.written };
        const width = widthOf(process.stdout);
        process.stdout.write(
          options.json
            ? `${JSON.stringify({ report: opened.report.id, ...since, changes, ...entry }, null, 1)}\n`
            : watchText(entry, { ...(last !== undefined && { last }), changes, width }),
        );
      } finally {
        end();
      }
    });
}

async function lookAgain(
  name: string,
  { events, asOf, threshold, out, store }: Options,
  note: (step: string) => void,
): Promise<{ readonly opened: Case; readonly entry: WatchEntry }> {
  const day = asOf === undefined ? undefined : dayOf(asOf, "watch: --as-of");
  const above = threshold === undefined ? undefined : numberOf(threshold, "watch: --threshold");
  await makeFolder(resolve(out));
  const given = events === undefined ? {} : { events, ...(day !== undefined && { asOf: day }) };
  const opened = await openCase(name, { store, note, ...given });
  note("counting what has arrived");
  const snapshots: Record<string, Snapshot> = {};
  for (const { evidence, manifest } of opened.data) {
    const own = opened.snapshots[evidence.name];
    const isGiven = events !== undefined && basename(events) === manifest.file.name;
    snapshots[evidence.name] = isGiven ? own : await newestOf(own, day);
  }
  const newest = Object.values(snapshots)
    .map((one) => one.asOf)
    .sort()
    .at(-1);
  if (newest === undefined) throw new InputError(`watch: ${opened.report.id} names no evidence`);
  const watched = await watch(opened.report, snapshots, {
    asOf: day ?? newest,
    level,
    ...(above !== undefined && { threshold: above }),
  });
  if (watched.length === 0)
    throw new InputError(`watch: ${opened.report.id} waits for no increase: none of its claims has such a check`);
  const written =
    watched
      .map((one) => one.asOf)
      .sort()
      .at(-1) ?? newest;
  return { opened, entry: { written, watched } };
}

/** The newest snapshot in the store that may take the place of a report's evidence, of this day or before where one is named. */
async function newestOf(own: Snapshot, day: Day | undefined): Promise<Snapshot> {
  const { name, store, source, codebook } = own;
  const others = (await vintages(name, { store })).filter(
    (one) => one.source === source && one.codebook.name === codebook && (day === undefined || one.asOf <= day),
  );
  const found = others.at(-1);
  const isBetter = found !== undefined && (found.asOf > own.asOf || (day !== undefined && own.asOf > day));
  return isBetter ? await open(name, { store, hash: found.hash }) : own;
}

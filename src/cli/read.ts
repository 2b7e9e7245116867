import { join, relative } from "node:path";
import { Command } from "commander";
import { InputError } from "../core/errors.js";
import { decimals } from "../core/print.js";
import { read } from "../events/read.js";
import { readDeletions } from "../sources/readDeletions.js";
import { manifestOf, open, snapshotFolder } from "../store/snapshots.js";
import { progress } from "./progress.js";
import { aheadWarning, codebookOf, dayOf, type SourceFlags, sourceOf, takesSource } from "./sourceOptions.js";

interface Options extends SourceFlags {
  readonly name: string;
  readonly asOf: string;
  readonly store: string;
  readonly update?: boolean;
  readonly deleted?: string;
  readonly json?: boolean;
}

/** `hindcast read`: brings a file into the store as a snapshot. */
export function readCommand(): Command {
  return takesSource(
    new Command("read")
      .description("Bring a file of events into the store, as a snapshot of what was known on a day.")
      .argument("<file>", "CSV, TSV, gzip, xlsx or JSON of ACLED, UCDP, the humanitarian exchange, or your own"),
  )
    .requiredOption("--name <name>", "the dataset's name; its snapshots accumulate")
    .requiredOption("--as-of <day>", "the day the file is of, YYYY-MM-DD")
    .option("--update", "the file holds only what changed since the newest snapshot of that name")
    .option("--deleted <json>", "rows taken back since, as hindcast pull writes them; goes with --update")
    .option("--store <folder>", "where snapshots are kept", join(".hindcast", "store"))
    .option("--json", "print the snapshot's manifest as JSON")
    .addHelpText(
      "after",
      `
Examples:
  hindcast read acled-mali.csv --name acled-mali --as-of 2024-03-01
  hindcast read changes.json --name acled-mali --as-of 2024-03-08 --update --deleted changes.deleted.json`,
    )
    .action(async (file: string, { name, asOf, store, update, deleted, json, ...flags }: Options) => {
      if (deleted !== undefined && !update)
        throw new InputError(`read: --deleted goes with --update, got ${deleted} alone`);
      const { note, end } = progress(process.stderr);
      try {
        const source = await sourceOf(file, flags);
        const snapshot = await read(file, source, {
          ...{ name, asOf: dayOf(asOf, "read: --as-of"), codebook: await codebookOf(flags), store, note },
          ...(update && { onto: await open(name, { store }) }),
          ...(deleted !== undefined && { deleted: await readDeletions(deleted) }),
        });
        const manifest = await manifestOf(snapshot);
        end();
        process.stderr.write(aheadWarning(asOf, "read"));
        const folder = relative(".", snapshotFolder(snapshot));
        const n = (value: number): string => decimals(value, 0);
        const { read: all, kept, refused, repaired, revisions, deleted: gone, carried, covers } = manifest;
        const lines = [
          `${name} as of ${asOf}: snapshot ${snapshot.hash.slice(0, 8)}, ${n(manifest.events)} events from ${covers.since} up to ${covers.until}`,
          `  ${n(all)} rows read, ${n(kept)} kept, ${n(refused)} refused${refused > 0 ? ` (why: ${join(folder, "rejects.csv")})` : ""}`,
          ...(repaired > 0 ? [`  ${n(repaired)} repaired by rule (which: ${join(folder, "repairs.csv")})`] : []),
          ...(update ? [`  ${n(carried)} rows carried over, ${n(revisions)} older forms, ${n(gone)} deleted`] : []),
          ...(!update && revisions > 0 ? [`  ${n(revisions)} older forms of rows kept as revisions`] : []),
          ...manifest.notes.map((one) => `  ${one}`),
        ];
        process.stdout.write(json ? `${JSON.stringify(manifest, null, 1)}\n` : `${lines.join("\n")}\n`);
      } finally {
        end();
      }
    });
}

import { join } from "node:path";
import { Command } from "commander";
import { isDay } from "../core/day.js";
import { InputError } from "../core/errors.js";
import { read } from "../events/read.js";
import { totalsOf } from "../events/totals.js";
import { readCodebook } from "../sources/readCodebook.js";
import { csvTable } from "../store/csvTable.js";
import { writeWhole } from "../store/files.js";
import { manifestOf } from "../store/snapshots.js";
import { shipped, sourceOf } from "./openCase.js";

const columns = ["month", "zone", "type", "side_a", "side_b", "events", "best", "low", "high"];

interface Options {
  readonly asOf: string;
  readonly since: string;
  readonly until: string;
  readonly out: string;
  readonly codebook: string;
  readonly store: string;
}

/** `hindcast totals`: adds events up to a table that may be published where the events may not. */
export function totalsCommand(): Command {
  return new Command("totals")
    .description("Add events up by month, zone, type and sides, for publishing where single events may not be.")
    .argument("<file>", "an event file, such as a UCDP export")
    .requiredOption("--as-of <day>", "the day the file is of, YYYY-MM-DD")
    .requiredOption("--since <day>", "the first day counted")
    .requiredOption("--until <day>", "the day after the last day counted")
    .requiredOption("--out <csv>", "the table to write")
    .option("--codebook <json>", "the zones to add up by", join(shipped, "codebooks", "central-mali.json"))
    .option("--store <folder>", "where snapshots are kept", join(".hindcast", "store"))
    .addHelpText(
      "after",
      "\nExample:\n  hindcast totals ged241-mali.csv --as-of 2024-06-30 --since 2012-01-01 --until 2024-01-01 --out totals.csv",
    )
    .action(async (file: string, { asOf, since, until, out, codebook, store }: Options) => {
      for (const day of [since, until]) {
        if (!isDay(day)) throw new InputError(`totals: needs days as YYYY-MM-DD, got ${JSON.stringify(day)}`);
      }
      const source = await sourceOf(file);
      const snapshot = await read(file, source, {
        name: "totals",
        asOf,
        codebook: await readCodebook(codebook),
        store,
      });
      const manifest = await manifestOf(snapshot);
      const { rows, left } = await totalsOf(snapshot, { since, until });
      await writeWhole(
        out,
        csvTable(
          columns,
          rows.map((row) => ({ ...row })),
        ),
      );
      const events = rows.reduce((sum, row) => sum + row.events, 0);
      process.stdout.write(
        `${manifest.read} rows read, ${manifest.kept} kept, ${manifest.refused} refused\n` +
          `${events} events from ${since} to ${until} in ${rows.length} rows; ${left} left out, known only to the quarter or year\n` +
          `Written to ${out}\n`,
      );
    });
}

import { Command } from "commander";
import type { Every } from "../core/day.js";
import { InputError } from "../core/errors.js";
import { decimals } from "../core/print.js";
import { printable } from "../core/printable.js";
import { type TallyOptions, tally } from "../events/tally.js";
import { csvTable } from "../store/csvTable.js";
import { progress } from "./progress.js";
import { codebookOf, dayOf, type SourceFlags, sourceOf, takesSource, today } from "./sourceOptions.js";

interface Options extends SourceFlags {
  readonly by: string;
  readonly every: string;
  readonly asOf?: string;
  readonly csv?: boolean;
  readonly json?: boolean;
}

/** `hindcast tally`: counts straight from a file, without storing it. */
export function tallyCommand(): Command {
  return takesSource(
    new Command("tally")
      .description(
        "Count rows, events and deaths straight from a file, by period and names, without storing it: a quick look.",
      )
      .argument("<file>", "as hindcast check takes it"),
  )
    .option("--by <fields>", "some of country, admin1, admin2, zone, kind, subkind, with commas", "admin1")
    .option("--every <period>", "day, week, month, quarter or year", "year")
    .option("--as-of <day>", "the day the file is of (by default today)")
    .option("--csv", "print CSV")
    .option("--json", "print JSON")
    .addHelpText("after", "\nExample:\n  hindcast tally acled-mali.csv --by admin1,kind --every month --csv")
    .action(async (file: string, { by, every, asOf, csv, json, ...flags }: Options) => {
      if (csv && json) throw new InputError("tally: takes --csv or --json, got both");
      const { note, end } = progress(process.stderr);
      note(`counting ${file}`);
      const names = by.split(",").filter((name) => name !== "") as unknown as TallyOptions["by"];
      const counted = async () =>
        await tally(file, await sourceOf(file, flags), {
          ...{ by: names, every: every as Every, codebook: await codebookOf(flags) },
          asOf: asOf === undefined ? today() : dayOf(asOf, "tally: --as-of"),
        });
      const found = await counted().finally(end);
      const titles = ["period", ...names, "rows", "events", "deaths"];
      if (json) process.stdout.write(`${JSON.stringify(found, null, 1)}\n`);
      else if (csv) process.stdout.write(csvTable(titles, found.rows));
      else process.stdout.write(tallyText(found, titles));
    });
}

function tallyText({ rows, counted, left }: Awaited<ReturnType<typeof tally>>, titles: readonly string[]): string {
  const cells = rows.map((row) =>
    titles.map((title) => (typeof row[title] === "number" ? decimals(row[title], 0) : printable(String(row[title])))),
  );
  const widths = titles.map((title, i) => Math.max(title.length, ...cells.map((row) => row[i].length)));
  const line = (row: readonly string[]): string =>
    row.map((cell, i) => (i >= titles.length - 3 ? cell.padStart(widths[i]) : cell.padEnd(widths[i]))).join("  ");
  const lost = left === 0 ? "" : `; ${decimals(left, 0)} left out (why: hindcast check)`;
  return `${[line(titles), ...cells.map(line), `${decimals(counted, 0)} rows counted${lost}`].join("\n")}\n`;
}

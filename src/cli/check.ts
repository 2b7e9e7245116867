import { Command } from "commander";
import { check } from "../events/check.js";
import { checkText } from "./checkText.js";
import { progress } from "./progress.js";
import { codebookOf, dayOf, type SourceFlags, sourceOf, takesSource, today } from "./sourceOptions.js";

/** `hindcast check`: what a file holds and what would become of each of its rows. */
export function checkCommand(): Command {
  return takesSource(
    new Command("check")
      .description(
        "Go through a file of events and say what is in it: rows kept and refused and why, columns, days, names.",
      )
      .argument("<file>", "CSV, TSV, gzip, xlsx or JSON of ACLED, UCDP, the humanitarian exchange, or your own"),
  )
    .option("--as-of <day>", "the day the file is of; rows of later days are refused (by default today)")
    .option("--json", "print the whole report as JSON")
    .addHelpText(
      "after",
      `
Examples:
  hindcast check acled-mali.csv
  hindcast check incidents.csv --mapping mapping.json
  hindcast check ged251.csv.gz --json`,
    )
    .action(async (file: string, flags: SourceFlags & { asOf?: string; json?: boolean }) => {
      const { note, end } = progress(process.stderr);
      try {
        const source = await sourceOf(file, flags);
        const asOf = flags.asOf === undefined ? today() : dayOf(flags.asOf, "check: --as-of");
        const report = await check(file, source, { asOf, codebook: await codebookOf(flags), note });
        end();
        const colour = process.stdout.isTTY === true && process.env["NO_COLOR"] === undefined;
        process.stdout.write(flags.json ? `${JSON.stringify(report, null, 1)}\n` : checkText(report, { colour }));
      } finally {
        end();
      }
    });
}

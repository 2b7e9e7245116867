import { join, resolve } from "node:path";
import { Command } from "commander";
import { InputError } from "../core/errors.js";
import { makeFolder } from "../store/files.js";
import { openCase } from "./openCase.js";
import { progress } from "./progress.js";
import { runCase } from "./runCase.js";
import { summary } from "./summary.js";
import { verdictsJson, writeRun } from "./writeRun.js";

interface Options {
  readonly events?: string;
  readonly asOf?: string;
  readonly out: string;
  readonly store: string;
  readonly json?: boolean;
}

/** `hindcast run`: tests a report and writes what came out. */
export function runCommand(): Command {
  return new Command("run")
    .description("Test a report against its evidence: what its figures say, what happened after, and how sure that is.")
    .argument("[report]", "a shipped report, or the path of a report.json", "ctp-2023-12-13")
    .option("--events <file>", "a UCDP export to use in place of the shipped totals")
    .option("--as-of <day>", "the day that file is of, YYYY-MM-DD (by default the day of the evidence it replaces)")
    .option("--out <folder>", "where to write; a folder of the report's name is made in it", "out")
    .option("--store <folder>", "where snapshots are kept", join(".hindcast", "store"))
    .option("--json", "print the verdicts as JSON instead of the summary")
    .addHelpText(
      "after",
      `
Examples:
  hindcast run
  hindcast run --events ged241-mali.csv
  hindcast run my-report/report.json --out results --json`,
    )
    .action(async (name: string, { events, asOf, out, store, json }: Options) => {
      if (asOf !== undefined && events === undefined)
        throw new InputError(`run: --as-of goes with --events, got ${asOf} alone`);
      await makeFolder(resolve(out));
      const { note, end } = progress(process.stderr);
      try {
        const opened = await openCase(name, {
          store,
          note,
          ...(events !== undefined && { events }),
          ...(asOf !== undefined && { asOf }),
        });
        const run = await runCase(opened, note);
        const folder = join(out, opened.report.id);
        await writeRun(run, folder);
        end();
        const colour = process.stdout.isTTY === true && process.env["NO_COLOR"] === undefined;
        process.stdout.write(json ? verdictsJson(run) : summary(run, { folder, colour }));
      } finally {
        end();
      }
    });
}

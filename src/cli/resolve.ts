import { resolve as absolute, join } from "node:path";
import { Command } from "commander";
import { recorded } from "../claims/recorded.js";
import { settle } from "../claims/settle.js";
import { makeFolder } from "../store/files.js";
import { updateHistory } from "../store/history.js";
import { openCase } from "./openCase.js";
import { progress } from "./progress.js";
import { resolveCase } from "./resolveCase.js";
import { resolveText } from "./resolveText.js";
import { dayOf, today } from "./sourceOptions.js";
import { widthOf } from "./wrapped.js";

interface Options {
  readonly asOf?: string;
  readonly out: string;
  readonly store: string;
  readonly level: string;
  readonly seed: string;
  readonly json?: boolean;
}

/** `hindcast resolve`: what came of a report's questions, kept with all that was said of them before. */
export function resolveCommand(): Command {
  return new Command("resolve")
    .description("Say what came of a report's questions as of a day, and keep every answer that was given before.")
    .argument("[report]", "a shipped report, or the path of a report.json", "ctp-2023-12-13")
    .option("--as-of <day>", "what was known on this day, YYYY-MM-DD (by default the day of the newest data)")
    .option("--out <folder>", "where resolutions.json is kept, in a folder of the report's name", "out")
    .option(
      "--store <folder>",
      "where snapshots are kept; earlier ones give the first print",
      join(".hindcast", "store"),
    )
    .option("--level <share>", "of the intervals", "0.95")
    .option("--seed <n>", "of the late reports drawn for a flip risk", "1")
    .option("--json", "print the resolutions as JSON instead of the table")
    .addHelpText(
      "after",
      "\nExamples:\n  hindcast resolve\n  hindcast resolve my-report/report.json --as-of 2024-03-01 --json",
    )
    .action(async (name: string, options: Options) => {
      const asked = options.asOf === undefined ? undefined : dayOf(options.asOf, "resolve: --as-of");
      await makeFolder(absolute(options.out));
      const { note, end } = progress(process.stderr);
      try {
        const opened = await openCase(name, { store: options.store, note });
        const { report } = opened;
        note("answering its questions");
        const { asOf, resolutions, scores } = await resolveCase(opened, {
          ...{ level: Number(options.level), seed: Number(options.seed) },
          ...(asked !== undefined && { asOf: asked }),
        });
        const file = join(options.out, report.id, "resolutions.json");
        const written = today();
        const { before, after } = await updateHistory(file, report.id, (old) =>
          recorded(old, resolutions, { written }),
        );
        end();
        const settled = settle(resolutions);
        const contents = {
          report: report.id,
          asOf,
          settled: settled.map(({ ways, ...rest }) => rest),
          resolutions,
          scores,
        };
        process.stdout.write(
          options.json
            ? `${JSON.stringify(contents, null, 1)}\n`
            : resolveText({ asOf, resolutions, settled, before, after, file, width: widthOf(process.stdout) }),
        );
      } finally {
        end();
      }
    });
}

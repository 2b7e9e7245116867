import { join, resolve } from "node:path";
import { Command } from "commander";
import { specificationCurve } from "../charts/specificationCurve.js";
import { InputError } from "../core/errors.js";
import type { Multiverse } from "../core/multiverse.js";
import { labelOf } from "../events/codebook.js";
import { vary } from "../reports/vary.js";
import { makeFolder } from "../store/files.js";
import { numberOf, seedOf } from "./methodsIn.js";
import { openCase } from "./openCase.js";
import { progress } from "./progress.js";
import { varyText, varyWords } from "./varyText.js";
import { widthOf } from "./wrapped.js";
import { writeChart } from "./writeChart.js";

interface Options {
  readonly level: string;
  readonly seed: string;
  readonly store: string;
  readonly out?: string;
  readonly json?: boolean;
}

/** `hindcast vary`: every defensible reading of a report's claims about change, and which choice flips them. */
export function varyCommand(): Command {
  return new Command("vary")
    .description("Every defensible reading of a claim about a change: how many hold, and which choice flips them.")
    .argument("[report]", "a shipped report, or the path of a report.json", "ctp-2023-12-13")
    .option("--level <share>", "of the intervals", "0.95")
    .option("--seed <n>", "of what is drawn", "1")
    .option("--out <folder>", "draw each claim's readings there, in a folder of the report's name")
    .option("--store <folder>", "where snapshots are kept", join(".hindcast", "store"))
    .option("--json", "print every reading as JSON")
    .addHelpText("after", "\nExamples:\n  hindcast vary\n  hindcast vary my-report/report.json --out results")
    .action(async (name: string, options: Options) => {
      const asked = { level: numberOf(options.level, "vary: --level"), seed: seedOf(options.seed, "vary: --seed") };
      const { note, end } = progress(process.stderr);
      try {
        const { report, codebook, snapshots } = await openCase(name, { store: options.store, note });
        if (report.readings.length === 0)
          throw new InputError(`vary: ${report.id} lists no readings of a claim (its readings are empty)`);
        const found: Multiverse[] = [];
        for (const spec of report.readings) {
          note(`reading ${spec.claim} in every way listed`);
          const labels = Object.fromEntries(spec.zones.map((zone) => [zone, labelOf(zone, codebook)]));
          found.push(await vary(report, spec, snapshots, { ...asked, labels }));
        }
        const { out } = options;
        if (out !== undefined) {
          const folder = join(out, report.id, "charts");
          await makeFolder(resolve(folder));
          for (const one of found.filter(({ ratios }) => ratios !== undefined))
            await writeChart(folder, `vary-${one.id}`, specificationCurve(one, varyWords(one)));
        }
        end();
        const width = widthOf(process.stdout);
        process.stdout.write(
          options.json
            ? `${JSON.stringify({ report: report.id, readings: found }, null, 1)}\n`
            : found.map((one) => varyText(one, { width })).join("\n"),
        );
      } finally {
        end();
      }
    });
}

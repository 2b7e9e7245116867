import { join, resolve } from "node:path";
import { Command } from "commander";
import { planChart } from "../charts/planChart.js";
import { InputError } from "../core/errors.js";
import { plan } from "../reports/plan.js";
import { readReport } from "../sources/readReport.js";
import { makeFolder } from "../store/files.js";
import { numberOf } from "./methodsIn.js";
import { reportFile } from "./openCase.js";
import { planText, planWords } from "./planText.js";
import { widthOf } from "./wrapped.js";
import { writeChart } from "./writeChart.js";

interface Options {
  readonly level: string;
  readonly prior: string;
  readonly out?: string;
  readonly json?: boolean;
}

/** `hindcast plan`: what a report's conditional indicators can tell, before data arrive. */
export function planCommand(): Command {
  return new Command("plan")
    .description(
      "Before data arrive: from which count on an indicator says what it waits for, and how often it misleads.",
    )
    .argument("[report]", "a shipped report, or the path of a report.json", "ctp-2023-12-13")
    .option("--level <share>", "one less the error rate to be allowed on either side", "0.95")
    .option("--prior <share>", "the chance, before any data, that the rate is the high one", "0.5")
    .option("--out <folder>", "draw each plan there, in a folder of the report's name")
    .option("--json", "print the plans as JSON")
    .addHelpText(
      "after",
      "\nExamples:\n  hindcast plan\n  hindcast plan my-report/report.json --level 0.9 --out results",
    )
    .action(async (name: string, { level, prior, out, json }: Options) => {
      const asked = { level: numberOf(level, "plan: --level"), prior: numberOf(prior, "plan: --prior") };
      const report = await readReport(reportFile(name));
      if (report.plans.length === 0)
        throw new InputError(`plan: ${report.id} plans no indicator (its plans are empty)`);
      const plans = report.plans.map((spec) => plan(report, spec, asked));
      if (out !== undefined) {
        const folder = join(out, report.id, "charts");
        await makeFolder(resolve(folder));
        for (const one of plans) await writeChart(folder, `plan-${one.id}`, planChart(one, planWords(one, report)));
      }
      const width = widthOf(process.stdout);
      process.stdout.write(
        json
          ? `${JSON.stringify({ report: report.id, plans }, null, 1)}\n`
          : plans.map((one) => planText(one, { report, width })).join("\n"),
      );
    });
}

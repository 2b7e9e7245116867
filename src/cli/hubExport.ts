import { Command } from "commander";
import { standing } from "../claims/standing.js";
import { type ToHubOptions, toHub } from "../claims/toHub.js";
import { InputError } from "../core/errors.js";
import type { Forecast } from "../core/forecast.js";
import { hubOutputs, isHubOutput } from "../core/hubRow.js";
import { decimals, numbered } from "../core/print.js";
import { printable } from "../core/printable.js";
import { readForecasts } from "../sources/readForecasts.js";
import { writeHub } from "../store/writeHub.js";
import { hubNames } from "./hubNames.js";
import { wholeLedger } from "./ledgerFile.js";
import { listed } from "./listed.js";
import { numberOf } from "./methodsIn.js";

interface Options {
  readonly out: string;
  readonly outputs: string;
  readonly format: string;
  readonly dates: string;
  readonly lag: string;
  readonly levels?: string;
  readonly most?: string;
  readonly samples?: string;
  readonly seed?: string;
  readonly names?: string;
  readonly by?: string;
  readonly json?: boolean;
}

/** `hindcast hub export`: forecasts as the files that a hub takes. */
export function hubExportCommand(): Command {
  return new Command("export")
    .description("Write forecasts as hubverse model output: a file for each model and reference date.")
    .argument(
      "<file>",
      "a list of forecasts or a back-test as JSON, or a ledger (.jsonl), whose standing claims are meant",
    )
    .requiredOption("--out <folder>", "where the models' folders are made")
    .option("--outputs <names>", `some of ${hubOutputs.join(", ")}, with commas`, "quantile")
    .option("--format <name>", "csv or parquet", "csv")
    .option("--dates <which>", "a period named by its last day or its first: last or first", "last")
    .option("--lag <n>", "periods from the last one seen to the reference", "0")
    .option("--levels <list>", "of quantiles, with commas (by default those known, or the 23 that hubs ask for)")
    .option("--most <n>", "the highest count with a bin of its own in pmf and cdf")
    .option("--samples <n>", "how many draws of what is not known by draws; needs --seed")
    .option("--seed <n>", "of those draws")
    .option("--names <json>", 'hub ids of our models: {"zero()":"team-zero"}')
    .option("--by <author>", "of a ledger, whose claims")
    .option("--json", "print the rows as JSON too")
    .addHelpText(
      "after",
      [
        "\nA yes-or-no forecast is written as pmf of no and yes, whatever the outputs.",
        "\nExamples:",
        "  hindcast hub export forecasts.json --out model-output --outputs quantile,sample",
        "  hindcast hub export forecasts.json --out model-output --outputs pmf --most 100 --format parquet",
        "  hindcast hub export ledger.jsonl --by alice --out model-output",
      ].join("\n"),
    )
    .action(async (file: string, options: Options) => {
      const { out, format, json } = options;
      if (format !== "csv" && format !== "parquet")
        throw new InputError(`hub: --format needs csv or parquet, got ${JSON.stringify(format)}`);
      const isLedger = file.endsWith(".jsonl");
      if (options.by !== undefined && !isLedger)
        throw new InputError(`hub: --by is for a ledger (.jsonl), got ${file}`);
      const forecasts = isLedger ? await claimsIn(file, options.by) : await readForecasts(file);
      const asked = optionsOf(options);
      const undrawn = forecasts.find(({ says }) => says.family !== "draws" && says.family !== "bernoulli");
      if (asked.outputs?.includes("sample") && asked.samples === undefined && undrawn !== undefined)
        throw new InputError(
          `hub: --outputs sample needs --samples and --seed, as in --samples 100 --seed 1, for what is not known by draws, got ${undrawn.model}`,
        );
      const rows = toHub(forecasts, asked);
      const written = await writeHub(out, rows, format);
      const told = [
        `${numbered(forecasts.length, "forecast")} as ${decimals(rows.length, 0)} rows in ${numbered(written.length, "file")}`,
        ...written.map((one) => `  ${printable(one)}`),
      ];
      process.stdout.write(json ? `${JSON.stringify(rows, null, 1)}\n` : `${told.join("\n")}\n`);
    });
}

/** The claims of one author that stand, neither superseded, withdrawn, annulled nor written down too late to be vouched for. */
async function claimsIn(file: string, by: string | undefined): Promise<Forecast[]> {
  const { entries } = await wholeLedger(file, "hub");
  const claims = standing(entries).flatMap(({ claim, ended, annulled, isLate }) =>
    ended === undefined && annulled === undefined && !isLate && (by === undefined || claim.by === by) ? [claim] : [],
  );
  const authors = [...new Set(claims.map((one) => one.by))];
  if (authors.length > 1) throw new InputError(`hub: --by needs one of ${authors.join(", ")}, got none (${file})`);
  if (claims.length === 0) throw new InputError(`hub: no claim stands${by === undefined ? "" : ` of ${by}`} (${file})`);
  return claims;
}

function optionsOf({ outputs, dates, lag, levels, most, samples, seed, names }: Options): ToHubOptions {
  if (dates !== "last" && dates !== "first")
    throw new InputError(`hub: --dates needs last or first, got ${JSON.stringify(dates)}`);
  if ((samples === undefined) !== (seed === undefined)) throw new InputError("hub: --samples and --seed go together");
  return {
    outputs: listed(outputs).map((one) => {
      if (isHubOutput(one)) return one;
      throw new InputError(`hub: --outputs needs some of ${hubOutputs.join(", ")}, got ${JSON.stringify(one)}`);
    }),
    ...{ dates, lag: numberOf(lag, "hub: --lag") },
    ...(levels !== undefined && { levels: listed(levels).map((one) => numberOf(one, "hub: --levels")) }),
    ...(most !== undefined && { most: numberOf(most, "hub: --most") }),
    ...(samples !== undefined && {
      samples: { n: numberOf(samples, "hub: --samples"), seed: numberOf(seed ?? "", "hub: --seed") },
    }),
    ...(names !== undefined && { names: hubNames(names) }),
  };
}

import { basename } from "node:path";
import { Command } from "commander";
import { type FromHubOptions, fromHub } from "../claims/fromHub.js";
import { everies } from "../core/day.js";
import { InputError } from "../core/errors.js";
import type { Forecast } from "../core/forecast.js";
import { hubOutputs, isHubOutput } from "../core/hubRow.js";
import { numbered } from "../core/print.js";
import { printable } from "../core/printable.js";
import { fingerprint } from "../store/files.js";
import { readHub } from "../store/readHub.js";
import { hubNames } from "./hubNames.js";
import { listed } from "./listed.js";
import { numberOf } from "./methodsIn.js";

interface Options {
  readonly every: string;
  readonly measure: string;
  readonly where: string;
  readonly by: string;
  readonly lag: string;
  readonly take?: string;
  readonly levels?: string;
  readonly names?: string;
  readonly points?: boolean;
  readonly above: string;
  readonly inside?: boolean;
  readonly json?: boolean;
}

/** `hindcast hub import`: a hub's files as forecasts. */
export function hubImportCommand(): Command {
  return new Command("import")
    .description("Read hubverse model output as forecasts: every row accounted for, or refused by its number.")
    .argument("<files...>", "CSV or Parquet, named as hubs do: 2024-01-31-team-model.csv")
    .option("--every <period>", "day, week, month, quarter or year", "month")
    .option("--measure <name>", "events or deaths", "events")
    .option("--where <json>", "which events the series count, as the hub does not say", "{}")
    .option("--by <fields>", "what its keys are, with commas", "zone")
    .option("--lag <n>", "periods from the last one seen to the hub's reference", "0")
    .option("--take <names>", "which output where a task has several (by default sample, pmf, quantile, cdf)")
    .option("--levels <list>", "quantile levels that every task must have, with commas")
    .option("--names <json>", 'hub ids of our models: {"zero()":"team-zero"}')
    .option("--points", "take a task with a mean or median alone as certain of it")
    .option("--above <where>", "what a cdf that ends below 1 leaves over: refuse it, or last: it lies there", "refuse")
    .option("--inside", "any day of a period stands for it")
    .option("--json", "print the forecasts as JSON")
    .addHelpText(
      "after",
      "\nExample:\n  hindcast hub import model-output/*/*.parquet --every month --json > theirs.json",
    )
    .action(async (files: readonly string[], options: Options) => {
      const shared = optionsOf(options);
      const all: Forecast[] = [];
      const lines: string[] = [];
      for (const file of files) {
        const rows = await readHub(file);
        const found = fromHub(rows, { ...shared, from: (await fingerprint(file)).sha256, file: basename(file) });
        for (const one of found) all.push(one);
        lines.push(`${basename(file)}: ${numbered(rows.length, "row")}, ${summaryOf(found)}`);
      }
      const text = lines.map((line) => printable(line)).join("\n");
      process.stdout.write(options.json ? `${JSON.stringify(all, null, 1)}\n` : `${text}\n`);
    });
}

function summaryOf(forecasts: readonly Forecast[]): string {
  const different = (name: (one: Forecast) => string): string[] => [...new Set(forecasts.map(name))].sort();
  const targets = different((one) => one.target);
  return [
    `${numbered(forecasts.length, "forecast")} by ${different((one) => one.model).join(", ")}`,
    `${numbered(different((one) => JSON.stringify(one.key)).length, "key")}`,
    `${targets[0]} to ${targets[targets.length - 1]}`,
    `as ${different((one) => one.says.family).join(", ")}`,
  ].join("; ");
}

function optionsOf({
  every,
  measure,
  where,
  by,
  lag,
  take,
  levels,
  names,
  points,
  above,
  inside,
}: Options): Omit<FromHubOptions, "from" | "file"> {
  const period = everies.find((one) => one === every);
  if (period === undefined)
    throw new InputError(`hub: --every needs one of ${everies.join(", ")}, got ${JSON.stringify(every)}`);
  if (measure !== "events" && measure !== "deaths")
    throw new InputError(`hub: --measure needs events or deaths, got ${JSON.stringify(measure)}`);
  if (above !== "refuse" && above !== "last")
    throw new InputError(`hub: --above needs refuse or last, got ${JSON.stringify(above)}`);
  const taken = take === undefined ? undefined : listed(take).filter(isHubOutput);
  if (take !== undefined && taken?.length !== listed(take).length)
    throw new InputError(`hub: --take needs some of ${hubOutputs.join(", ")}, got ${take}`);
  return {
    recipe: { where: criteriaOf(where), by: listed(by), every: period, measure },
    ...{ lag: numberOf(lag, "hub: --lag"), points: points ? "certain" : "refuse", inside: inside === true },
    above,
    ...(taken !== undefined && { take: taken }),
    ...(levels !== undefined && { levels: listed(levels).map((one) => numberOf(one, "hub: --levels")) }),
    ...(names !== undefined && { names: hubNames(names) }),
  };
}

function criteriaOf(text: string): FromHubOptions["recipe"]["where"] {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    throw new InputError(`hub: --where needs criteria as JSON, got ${text}`);
  }
  if (given === null || typeof given !== "object" || Array.isArray(given))
    throw new InputError(`hub: --where needs criteria as JSON, got ${text}`);
  return Object.keys(given).length === 0 ? [] : [given];
}

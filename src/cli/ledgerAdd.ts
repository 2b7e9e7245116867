import { join } from "node:path";
import { Command } from "commander";
import { ask } from "../claims/ask.js";
import { claim } from "../claims/claim.js";
import type { Day } from "../core/day.js";
import { InputError } from "../core/errors.js";
import type { Forecast } from "../core/forecast.js";
import { numbered } from "../core/print.js";
import { printable } from "../core/printable.js";
import { readForecasts } from "../sources/readForecasts.js";
import { open } from "../store/snapshots.js";
import { ledgerDoubts } from "./ledgerDoubts.js";
import { addedText, addTo, takesLedger } from "./ledgerFile.js";
import { type QuestionFlags, questionOf, takesQuestion, thresholdOf } from "./ledgerQuestion.js";
import { dayOf, today } from "./sourceOptions.js";

interface Options extends QuestionFlags {
  readonly ledger: string;
  readonly by: string;
  readonly issued?: string;
  readonly note?: string;
  readonly supersede?: boolean;
  readonly skipBegun?: boolean;
  readonly data?: string;
  readonly store: string;
  readonly json?: boolean;
}

/** `hindcast ledger add`: puts forecasts into a ledger. */
export function ledgerAddCommand(): Command {
  return takesQuestion(
    takesLedger(new Command("add"))
      .description("Add forecasts to a ledger, from a file or one by options, each of a period that is still to begin.")
      .argument("[file]", 'forecasts as JSON, such as "hindcast forecast --json" prints; - is standard input')
      .requiredOption("--by <author>", "who says so")
      .option(
        "--issued <day>",
        "the day on which it was said (today unless given); the ledger vouches for no day before it was written",
      )
      .option("--note <text>", "why, or on what terms")
      .option("--supersede", "take the place of the author's earlier claims on the same questions"),
  )
    .option(
      "--skip-begun",
      "leave out forecasts in a file of periods that have begun, as the first after the data mostly has",
    )
    .option("--data <name>", "the dataset that decides a forecast by options")
    .option("--store <folder>", "where snapshots are kept", join(".hindcast", "store"))
    .option("--json", "print the entries added as JSON")
    .addHelpText(
      "after",
      [
        "\nExamples:",
        "  hindcast ledger add forecasts.json --by alice --skip-begun",
        "  hindcast ledger add --by bob --data acled-mali --key zone=mopti-delta --target 2027-01-01 --at-least 20 --probability 0.3",
        "  hindcast ledger add --by bob --data acled-mali --target 2027-01-01 --median 40 --quantiles 0.05=21 0.95=77 --supersede",
      ].join("\n"),
    )
    .action(async (file: string | undefined, options: Options) => {
      const { by, note, supersede = false, ledger } = options;
      const issued = options.issued === undefined ? today() : dayOf(options.issued, "ledger add: --issued");
      if (issued > today())
        throw new InputError(`ledger add: --issued needs a day that is no later than today, got ${issued}`);
      const forecasts = await forecastsOf(file, options, issued);
      const told = { by, issued, supersede, ...(note !== undefined && { note }) };
      const added = await addTo(ledger, (entries) => claim(forecasts, told, entries));
      const { data, store } = options;
      process.stderr.write(
        await ledgerDoubts(forecasts, { store, asOf: today(), ...(data !== undefined && { data }) }),
      );
      if (options.json) {
        process.stdout.write(`${JSON.stringify(added, null, 1)}\n`);
        return;
      }
      const n = added.added.filter(({ kind }) => kind !== "ledger").length;
      const stood = n < forecasts.length ? `, ${forecasts.length - n} stood there already` : "";
      process.stdout.write(`${numbered(n, "claim")} by ${printable(by)} added${stood}\n${addedText(ledger, added)}`);
    });
}

async function forecastsOf(file: string | undefined, options: Options, issued: string): Promise<readonly Forecast[]> {
  const { by, data, store } = options;
  if (file === undefined) {
    const from = data === undefined ? "" : (await open(data, { store })).hash;
    return [questionOf(options, { by, issued, from })];
  }
  const idle = (["target", "key", "probability", "median", "quantiles", "model", "data"] as const).find(
    (name) => options[name] !== undefined,
  );
  if (idle !== undefined)
    throw new InputError(`ledger add: --${idle} is for a forecast by options, got a file too (${file})`);
  const asks = thresholdOf(options);
  const found = ahead(await readForecasts(file === "-" ? "/dev/stdin" : file), issued, options);
  return asks === undefined ? found : ask(found, asks);
}

/**
 * The forecasts of periods that are still to begin.
 *
 * @throws InputError when some have begun that are not to be left out, or all have
 */
function ahead(found: readonly Forecast[], issued: Day, { skipBegun = false }: Options): readonly Forecast[] {
  const begun = found.filter(({ target }) => target <= issued);
  if (begun.length === 0) return found;
  const last = begun.map(({ target }) => target).sort()[begun.length - 1];
  const which = `of periods that had begun by ${issued}, the last on ${last}`;
  if (begun.length === found.length)
    throw new InputError(
      `ledger add: all of ${numbered(found.length, "forecast")} are ${which}; bring newer data in (hindcast pull or read) and forecast again, or further ahead (--ahead); an earlier --issued would make them late, and late claims are not scored`,
    );
  if (!skipBegun)
    throw new InputError(
      `ledger add: ${begun.length} of ${numbered(found.length, "forecast")} are ${which}; --skip-begun adds the others`,
    );
  return found.filter(({ target }) => target > issued);
}

import { Command } from "commander";
import type { Day } from "../core/day.js";
import type { Forecast } from "../core/forecast.js";
import { decimals } from "../core/print.js";
import { mean } from "../distributions/mean.js";
import { quantile } from "../distributions/quantile.js";
import { forecast } from "../models/forecast.js";
import { type DataFlags, forecastData, takesData } from "./forecastData.js";
import { numberOf, seedOf } from "./methodsIn.js";
import { modelsIn } from "./modelsIn.js";
import { progress } from "./progress.js";
import { sourceText, takesSeries, whereText } from "./seriesOptions.js";

interface Options extends DataFlags {
  readonly model: string;
  readonly ahead: string;
  readonly draws: string;
  readonly seed: string;
  readonly json?: boolean;
}

/** `hindcast forecast`: what models say of the periods after the data end. */
export function forecastCommand(): Command {
  const command = new Command("forecast")
    .description("Say what may come in the periods after the data end, with 50% and 90% intervals.")
    .argument("[name]", "a dataset in the store, or a file (by default the shipped totals of Mali)");
  return takesData(takesSeries(command, "month"))
    .option("--model <list>", "with commas, as in conflictology(12),conflictology(24)", "conflictology(12)")
    .option("--ahead <n>", "how many periods ahead", "6")
    .option("--draws <n>", "of models that say by draws what may come", "1000")
    .option("--seed <n>", "of what is drawn", "1")
    .option("--json", "print the forecasts as JSON, with their whole distributions")
    .addHelpText(
      "after",
      [
        "\nHow good a model's forecasts were is what hindcast backtest says.",
        "\nExamples:",
        "  hindcast forecast acled-mali --by zone",
        '  hindcast forecast acled-mali --where \'{"zone":"mopti-delta"}\' --model "conflictology(24)" --ahead 3 --json',
      ].join("\n"),
    )
    .action(async (name: string | undefined, options: Options) => {
      const asked = {
        ...{ ahead: numberOf(options.ahead, "forecast: --ahead"), draws: numberOf(options.draws, "forecast: --draws") },
        seed: seedOf(options.seed, "forecast: --seed"),
      };
      const models = modelsIn(options.model, "forecast: --model");
      const { note, end } = progress(process.stderr);
      try {
        const { snapshot, panel } = await forecastData(name, options, { verb: "forecast", wait: 0, note });
        const rows = forecast(panel, models, asked);
        end();
        const { asOf, hash } = snapshot;
        const plain = { data: { name: snapshot.name, asOf, hash }, where: snapshot.where, ...asked, forecasts: rows };
        if (options.json) process.stdout.write(`${JSON.stringify(plain, null, 1)}\n`);
        else {
          const told = {
            every: options.every,
            measure: options.measure,
            where: whereText(snapshot),
            source: sourceText(snapshot),
          };
          process.stdout.write(forecastText(rows, told));
        }
      } finally {
        end();
      }
    });
}

interface Told {
  readonly every: string;
  readonly measure: string;
  readonly where: string;
  readonly source: string;
}

function forecastText(rows: readonly Forecast[], { every, measure, where, source }: Told): string {
  const blocks = new Map<string, Forecast[]>();
  for (const row of rows) {
    const title = [row.model, ...Object.values(row.key)].join(", ");
    blocks.set(title, [...(blocks.get(title) ?? []), row]);
  }
  const head = `  ${every.padEnd(10)}  median  ${"50% interval".padStart(15)}  ${"90% interval".padStart(15)}     mean`;
  const lines = [...blocks].flatMap(([title, own]) => [
    `${title}, after ${lastSeen(own)}`,
    head,
    ...own.map(lineOf),
    "",
  ]);
  return `${[...lines, `${measure === "events" ? "Events" : "Deaths in events"} ${where}, counted by ${every}`, source].join("\n")}\n`;
}

function lastSeen([{ origin }]: readonly Forecast[]): Day {
  return origin;
}

function lineOf({ target, says }: Forecast): string {
  const at = (p: number): string => decimals(quantile(says, p), 0);
  const between = (low: number, high: number): string => `${at(low)} to ${at(high)}`.padStart(15);
  return `  ${target.padEnd(10)}  ${at(0.5).padStart(6)}  ${between(0.25, 0.75)}  ${between(0.05, 0.95)}  ${decimals(mean(says), 1).padStart(7)}`;
}

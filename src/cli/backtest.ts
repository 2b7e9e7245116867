import { availableParallelism } from "node:os";
import { join } from "node:path";
import { Command, Option } from "commander";
import { resolveForecasts } from "../claims/resolveForecasts.js";
import type { Backtest, BacktestPart } from "../core/backtest.js";
import { InputError } from "../core/errors.js";
import { backtest } from "../models/backtest.js";
import type { Model } from "../models/model.js";
import { draw } from "../notebook/draw.js";
import { writeWhole } from "../store/files.js";
import { backtestChart } from "./backtestChart.js";
import { backtestJournal } from "./backtestJournal.js";
import { type BacktestLine, backtestCsv, backtestLines } from "./backtestTable.js";
import { backtestSubtitle, backtestText } from "./backtestText.js";
import { type DataFlags, type ForecastData, forecastData, takesData } from "./forecastData.js";
import { numberOf, seedOf } from "./methodsIn.js";
import { modelsIn } from "./modelsIn.js";
import { progress } from "./progress.js";
import { takesSeries } from "./seriesOptions.js";
import { dayOf } from "./sourceOptions.js";
import { referencesIn, tableModels } from "./tableModels.js";
import { version } from "./version.js";
import { widthOf } from "./wrapped.js";

interface Options extends DataFlags {
  readonly models: string;
  readonly ahead: string;
  readonly since?: string;
  readonly until?: string;
  readonly step: string;
  readonly window?: string;
  readonly wait: string;
  readonly draws: string;
  readonly seed: string;
  readonly cores: string;
  readonly out?: string;
  readonly rows?: string;
  readonly resume?: boolean;
  readonly json?: boolean;
}

/** What is asked of the shipped totals where nothing else is. */
const usual = { by: "zone", since: "2019-01-01", until: "2026-01-01" };

/** `hindcast backtest`: what models would have said at each of many past origins, and how good that was. */
export function backtestCommand(): Command {
  const command = new Command("backtest")
    .description("Let models forecast from many past origins, each from what lay before it alone, and score them.")
    .argument("[name]", "a dataset in the store, or a file (by default the shipped totals of Mali, by zone)");
  return takesData(takesSeries(command, "month"))
    .addOption(
      new Option("--models <list>", "with commas, as in conflictology(12),conflictology(24)").default(
        tableModels.join(","),
        `the ${tableModels.length} of the shipped table`,
      ),
    )
    .option("--ahead <n>", "how many periods ahead", "6")
    .option("--since <day>", "the first origin, the last period seen")
    .option("--until <day>", "the day that origins begin before (by default of all that something came of)")
    .option("--step <n>", "periods from one origin to the next", "1")
    .option("--window <n>", "how many periods a model sees (by default all before the origin)")
    .option("--wait <days>", "from a period's end until its forecast, where the store holds earlier snapshots", "0")
    .option("--draws <n>", "of models that say by draws what may come", "500")
    .option("--seed <n>", "of what is drawn", "1")
    .option("--cores <n>", "how many work at once", String(availableParallelism()))
    .option("--out <csv>", "write the table, and beside it as Markdown with a picture of skill by step")
    .option("--rows <jsonl>", "write every forecast, a line each")
    .option("--resume", "go on from what an interrupted run of the same had done")
    .option("--json", "print the table, failures and warnings as JSON")
    .addHelpText(
      "after",
      [
        "\nCRPS is the continuous ranked probability score, in counts: 0 is perfect, and of a single number it is its",
        "error. Skill is how much less of it there is than of a reference's, on what both forecast.",
        "\nExamples:",
        "  hindcast backtest",
        "  hindcast backtest acled-mali --by zone --since 2022-01-01 --ahead 3 --out table.csv",
        '  hindcast backtest acled-mali --since 2022-01-01 --models "conflictology(12),conflictology(24)" --resume',
      ].join("\n"),
    )
    .action(async (name: string | undefined, given: Options) => await runBacktest(name, given));
}

async function runBacktest(name: string | undefined, given: Options): Promise<void> {
  const options = name === undefined ? { ...usual, ...given } : given;
  if (options.since === undefined) throw new InputError("backtest: needs its first origin; name it with --since");
  const whole = (key: "ahead" | "step" | "wait" | "draws" | "cores"): number =>
    numberOf(options[key], `backtest: --${key}`);
  const asked = {
    ...{ ahead: whole("ahead"), every: whole("step"), draws: whole("draws") },
    ...{ seed: seedOf(options.seed, "backtest: --seed"), since: dayOf(options.since, "backtest: --since") },
    ...(options.until !== undefined && { until: dayOf(options.until, "backtest: --until") }),
    ...(options.window !== undefined && { window: numberOf(options.window, "backtest: --window") }),
  };
  const [wait, cores] = [whole("wait"), whole("cores")];
  const models = modelsIn(options.models, "backtest: --models");

  const { note, end } = progress(process.stderr);
  const stop = new AbortController();
  const onStop = (): void => stop.abort();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, onStop);
  let file = "";
  try {
    const opened = await forecastData(name, options, { verb: "backtest", wait, note });
    const { panel, hashes, knownAt } = opened;
    const folder = join(options.store, "..", "backtests");
    const journal = await backtestJournal(
      { version, panel, hashes, asked, wait: knownAt && wait },
      { folder, isResumed: options.resume === true },
    );
    file = journal.file;
    const began = performance.now();
    const made = await backtest(panel, models, {
      ...{ ...asked, cores, known: journal.known, signal: stop.signal },
      keep: (part: BacktestPart) => journal.keep(part),
      progress: (done, all) => note(`${done} of ${all} parts${timeLeft(performance.now() - began, done, all)}`),
      ...(knownAt && { knownAt }),
    });
    note("scoring");
    const lines = linesOf(made, opened, { names: models.map((one) => one.name), seed: asked.seed });
    end();
    await write(made, lines, { ...opened, options, models });
    await journal.end();
  } catch (error) {
    end();
    if (!stop.signal.aborted) throw error;
    process.stderr.write(`hindcast: backtest: stopped; with --resume the same command goes on from ${file}\n`);
    process.exitCode = 130;
  } finally {
    end();
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.removeListener(signal, onStop);
  }
}

function linesOf(
  { forecasts, failures }: Backtest,
  { panel, snapshot }: ForecastData,
  { names, seed }: { names: readonly string[]; seed: number },
): BacktestLine[] {
  const [failure] = failures;
  if (forecasts.length === 0 && failure !== undefined)
    throw new InputError(`backtest: nothing could be forecast: ${failure.model} ${failure.why} (${failure.origin})`);
  const resolved = resolveForecasts(forecasts, panel, { asOf: snapshot.asOf });
  return backtestLines(resolved, referencesIn(names), { level: 0.9, seed });
}

async function write(
  made: Backtest,
  lines: readonly BacktestLine[],
  { snapshot, options, models }: ForecastData & { options: Options; models: readonly Model[] },
): Promise<void> {
  const references = Object.keys(lines[0]?.skill ?? {});
  const { failures, warnings, origins, ahead } = made;
  const { name, asOf, hash } = snapshot;
  const told = {
    models,
    lines,
    references,
    failures,
    warnings,
    origins,
    ahead,
    snapshot,
    every: options.every,
    measure: options.measure,
  };
  if (options.out !== undefined) {
    await writeWhole(options.out, backtestCsv(lines, references));
    const beside = options.out.replace(/\.csv$/, "");
    await writeWhole(`${beside}.md`, backtestText(told, { isMarkdown: true, width: 0 }));
    const chart = backtestChart(lines, models, { references, subtitle: backtestSubtitle(told) });
    if (chart !== undefined) await writeWhole(`${beside}.png`, (await draw(chart)).png);
  }
  if (options.rows !== undefined)
    await writeWhole(options.rows, made.forecasts.map((row) => `${JSON.stringify(row)}\n`).join(""));
  const plain = { data: { name, asOf, hash }, where: snapshot.where, ahead, origins, lines, failures, warnings };
  process.stdout.write(
    options.json
      ? `${JSON.stringify(plain, null, 1)}\n`
      : backtestText(told, {
          ...{ isMarkdown: false, width: widthOf(process.stdout) },
          ...(!process.stdout.isTTY && { room: 100 }),
        }),
  );
}

function timeLeft(milliseconds: number, done: number, all: number): string {
  const seconds = Math.round(((all - done) * milliseconds) / done / 1000);
  return seconds < 5 ? "" : `, about ${seconds} s left`;
}

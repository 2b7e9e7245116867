import { Command } from "commander";
import { monitorChart } from "../charts/monitorChart.js";
import { type Every, periodsIn } from "../core/day.js";
import { InputError } from "../core/errors.js";
import { decimals } from "../core/print.js";
import type { Signal } from "../core/signal.js";
import { count } from "../events/count.js";
import { bayesianChange } from "../inference/bayesianChange.js";
import { cusum } from "../inference/cusum.js";
import { ears } from "../inference/ears.js";
import { farrington } from "../inference/farrington.js";
import { type Detector, monitor } from "../inference/monitor.js";
import { draw } from "../notebook/draw.js";
import { writeWhole } from "../store/files.js";
import { chosen, type SeriesFlags, takesSeries } from "./seriesOptions.js";
import { dayOf } from "./sourceOptions.js";
import { widthOf, wrapped } from "./wrapped.js";

interface Options extends SeriesFlags {
  readonly method: string;
  readonly since: string;
  readonly chart?: string;
  readonly json?: boolean;
}

const methods = ["farrington", "cusum", "ears-c1", "ears-c2", "ears-c3", "bayesian"];

/** `hindcast monitor`: which of the recent periods stand out, as one would have seen it week by week. */
export function monitorCommand(): Command {
  return takesSeries(
    new Command("monitor")
      .description("Watch counts period by period: which stand out, judged by what came before alone.")
      .argument("<name>", "a dataset in the store"),
    "week",
  )
    .requiredOption("--since <day>", "the first period watched")
    .option("--method <name>", methods.join(", "), "farrington")
    .option("--chart <png>", "draw it")
    .option("--json", "print the signals as JSON")
    .addHelpText(
      "after",
      [
        "\nfarrington  flexible, 5 years back, 1 false alarm in 200",
        "cusum       twice the rate of the year before, 1 false alarm in 500",
        "ears        the 7 periods before (C1), up to the 3rd before (C2, C3)",
        "bayesian    1 change in 50 periods, alarm from a probability of 50%",
        `\nExample:\n  hindcast monitor acled-mali --since 2024-01-01 --chart weeks.png`,
      ].join("\n"),
    )
    .action(async (name: string, options: Options) => {
      const { snapshot, every } = await chosen(name, options, "monitor");
      const since = dayOf(options.since, "monitor: --since");
      const panel = await count(snapshot, { every });
      const [{ values, exposure }] = panel;
      const before = Math.max(1, periodsIn({ since: panel[0].start, until: since }, every).length);
      const rate = (sum(values.slice(0, before)) + 1) / sum(exposure.slice(0, before));
      const detector = detectorOf(options.method, every, rate);
      const signals = monitor(panel, [detector], { since });
      if (options.chart !== undefined) {
        const subtitle = [detector.name, `${name} as of ${snapshot.asOf}`];
        const title = `Which ${every}s stand out`;
        await writeWhole(options.chart, (await draw(monitorChart(signals, { title, subtitle }))).png);
      }
      process.stdout.write(options.json ? `${JSON.stringify(signals, null, 1)}\n` : signalsText(signals));
    });
}

/** The detectors with the settings that a first look wants; a notebook sets its own. */
function detectorOf(method: string, every: Every, rate: number): Detector {
  const { year, halfWindow, seasons } = {
    day: { year: 365, halfWindow: 3, seasons: 10 },
    week: { year: 52, halfWindow: 3, seasons: 10 },
    month: { year: 12, halfWindow: 1, seasons: 10 },
    quarter: { year: 4, halfWindow: 0, seasons: 4 },
    year: { year: 1, halfWindow: 0, seasons: 1 },
  }[every];
  const skip = Math.floor(year / 2);
  if (method === "farrington")
    return farrington({ method: "flexible", years: 5, halfWindow, seasons, skip, falseAlarm: 0.005 });
  if (method === "cusum") return cusum({ ratio: 2, inControl: 500, baseline: Math.max(2, year), size: "estimated" });
  if (method === "ears-c1") return ears("C1");
  if (method === "ears-c2") return ears("C2");
  if (method === "ears-c3") return ears("C3");
  if (method === "bayesian") {
    const prior = { shape: 1, rate: Number((1 / rate).toPrecision(3)) };
    return bayesianChange({ hazard: 0.02, prior, recent: 3, above: 0.5 });
  }
  throw new InputError(`monitor: --method needs one of ${methods.join(", ")}, got ${JSON.stringify(method)}`);
}

function signalsText(signals: readonly Signal[]): string {
  const number = (value: number | null, digits: number): string => (value === null ? "-" : decimals(value, digits));
  const rows = signals.map(({ period, observed, expected, threshold, alarm }) =>
    [
      ...[`  ${period}`, decimals(observed, 0).padStart(9), number(expected, 1).padStart(10)],
      ...[number(threshold, 1).padStart(11), alarm ? "  ALARM" : ""],
    ].join(""),
  );
  const alarms = signals.filter(({ alarm }) => alarm);
  const told = alarms.length === 0 ? [`no alarm in ${signals.length} periods`] : alarms.map(({ reading }) => reading);
  const width = widthOf(process.stdout);
  const lines = ["  period      counted  expected  threshold", ...rows, ...told, signals[0].method];
  return `${lines.map((line) => wrapped(line, { width, indent: "  " })).join("\n")}\n`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

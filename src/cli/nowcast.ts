import { Command } from "commander";
import { nowcastChart } from "../charts/nowcastChart.js";
import { type Every, nextPeriod, periodOf } from "../core/day.js";
import type { Nowcast } from "../core/nowcast.js";
import { decimals, percent, withInterval } from "../core/print.js";
import { reportingTriangle } from "../events/reportingTriangle.js";
import { nowcast } from "../inference/nowcast.js";
import { draw } from "../notebook/draw.js";
import { writeWhole } from "../store/files.js";
import { chosen, type SeriesFlags, takesSeries } from "./seriesOptions.js";
import { dayOf } from "./sourceOptions.js";

interface Options extends SeriesFlags {
  readonly maxDelay: string;
  readonly start?: string;
  readonly level: string;
  readonly seed: string;
  readonly chart?: string;
  readonly json?: boolean;
}

/** `hindcast nowcast`: what recent periods will come to once their reports are in. */
export function nowcastCommand(): Command {
  return takesSeries(
    new Command("nowcast")
      .description("Complete recent counts for what is still to be reported, by how late reports have come so far.")
      .argument("<name>", "a dataset in the store whose publisher says when each row was changed"),
    "week",
  )
    .option("--max-delay <n>", "the longest delay looked at, in these periods", "8")
    .option("--start <day>", "the first period that delays are learnt from (by default the first that is covered)")
    .option("--level <share>", "of the intervals", "0.95")
    .option("--seed <n>", "of the draws", "1")
    .option("--chart <png>", "draw it")
    .option("--json", "print the nowcast as JSON")
    .addHelpText(
      "after",
      `\nExample:\n  hindcast nowcast acled-mali --every week --where '{"zone":"mopti"}' --chart nowcast.png`,
    )
    .action(async (name: string, options: Options) => {
      const { snapshot, every } = await chosen(name, options, "nowcast");
      const { since } = snapshot.covers;
      const first = options.start === undefined ? since : dayOf(options.start, "nowcast: --start");
      const start = periodOf(first, every) === first ? first : nextPeriod(first, every);
      const triangle = await reportingTriangle(snapshot, { every, maxDelay: Number(options.maxDelay), start });
      const found = nowcast(triangle, { level: Number(options.level), seed: Number(options.seed) });
      if (options.chart !== undefined) {
        const { n, share } = { n: found.delays.n, share: found.delays.shares[0].share };
        const subtitle = [
          `${percent(share)} are in within the ${every} itself; delays learnt from n = ${decimals(n, 0)} events`,
          `${name} as of ${snapshot.asOf}`,
        ];
        const { png } = await draw(
          nowcastChart(found, triangle, { title: `What recent ${every}s will come to`, subtitle }),
        );
        await writeWhole(options.chart, png);
      }
      process.stdout.write(options.json ? `${JSON.stringify(found, null, 1)}\n` : nowcastText(found, every));
    });
}

function nowcastText({ periods, reading, assumes, delays }: Nowcast, every: Every): string {
  const rows = periods.map(({ period, observed, share, estimate, interval }) =>
    [
      ...[`  ${period}`, decimals(observed, 0).padStart(7), percent(share).padStart(9), "  "],
      estimate === undefined || interval === undefined ? "too early" : withInterval(estimate, interval, 0),
    ].join(""),
  );
  return `${[
    `  ${every.padEnd(10)} so far  share in  once complete`,
    ...rows,
    reading,
    delays.reading,
    "Assumed:",
    ...assumes.map((one) => `  ${one}`),
  ].join("\n")}\n`;
}

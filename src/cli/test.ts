import { Command } from "commander";
import { changeChart } from "../charts/changeChart.js";
import { nextPeriod, type Span } from "../core/day.js";
import { InputError } from "../core/errors.js";
import type { Panel } from "../core/panel.js";
import type { Snapshot } from "../core/snapshot.js";
import { select } from "../events/select.js";
import { checkLevel } from "../inference/test.js";
import { draw } from "../notebook/draw.js";
import { writeWhole } from "../store/files.js";
import { methodsIn, numberOf, seedOf } from "./methodsIn.js";
import { chosen, counted, type SeriesFlags, sourceText, takesSeries, whereText } from "./seriesOptions.js";
import { dayOf } from "./sourceOptions.js";
import { type Tested, testNames, testSeries } from "./testSeries.js";
import { testText } from "./testText.js";
import { widthOf, wrapped } from "./wrapped.js";

interface Options extends SeriesFlags {
  readonly since?: string;
  readonly until?: string;
  readonly by?: string;
  readonly method: string;
  readonly level: string;
  readonly seed: string;
  readonly chart?: string;
  readonly json?: boolean;
}

const usual = "rate,dispersion,overdispersion,ljung-box,mann-kendall,runs,change,change-negbin,scan,scan-phi";

/** `hindcast test`: what one stretch of counts is like, and whether and when its level changed. */
export function testCommand(): Command {
  return takesSeries(
    new Command("test")
      .description(
        "Ask of one stretch of counts how they vary, whether they trend or depend on each other, and change.",
      )
      .argument("<name>", "a dataset in the store"),
    "month",
  )
    .option("--since <day>", "the first day (by default the first that is covered)")
    .option("--until <day>", "the day after the last (by default the end of what is covered)")
    .option("--by <fields>", "each zone by itself (or country, admin1, ... that the criteria name)")
    .option("--method <list>", `with commas, or all: ${testNames.join(", ")}`, usual)
    .option("--level <share>", "of the intervals", "0.95")
    .option("--seed <n>", "of what is drawn", "1")
    .option("--chart <png>", "draw the counts, their levels and where a change may be")
    .option("--json", "print all that was found as JSON")
    .addHelpText(
      "after",
      [
        "\nrate            events a period with an interval, as if Poisson; dispersion: variance over mean",
        "overdispersion  Dean's score test; ljung-box: do periods depend on those before",
        "mann-kendall    a trend (hamed-rao: where periods depend on each other); runs: busy and quiet spells",
        "change          one change at any place; change-negbin: where counts vary more than Poisson counts",
        "scan            another rate from some day to the end, picked after looking; scan-phi: as change-negbin",
        '\nExample:\n  hindcast test acled-mali --since 2020-01-01 --where \'{"zone":"mopti-delta"}\' --chart change.png',
      ].join("\n"),
    )
    .action(async (name: string, options: Options) => {
      const asked = {
        ...{ methods: methodsIn(options.method, testNames, "test"), seed: seedOf(options.seed, "test: --seed") },
        level: numberOf(options.level, "test: --level"),
      };
      checkLevel(asked.level, "test");
      const days = {
        ...(options.since !== undefined && { since: dayOf(options.since, "test: --since") }),
        ...(options.until !== undefined && { until: dayOf(options.until, "test: --until") }),
      };
      const { snapshot, every } = await chosen(name, options, "test");
      const panel = await counted({ snapshot: select(snapshot, days), every }, options.by);
      if (options.chart !== undefined && panel.length > 1)
        throw new InputError(`test: --chart draws one series, got ${panel.length}; narrow --where`);
      const all = panel.map((series) => testSeries(series, asked));
      if (options.chart !== undefined) await writeWhole(options.chart, await changePng(panel, all, snapshot));
      const { asOf, hash } = snapshot;
      const told = { ...spanOfCounts(panel), ...days, every, level: asked.level };
      const plain = { data: { name, asOf, hash }, where: snapshot.where, ...told, seed: asked.seed, series: all };
      const words = { where: whereText(snapshot), source: sourceText(snapshot), width: widthOf(process.stdout) };
      process.stdout.write(options.json ? `${JSON.stringify(plain, null, 1)}\n` : testText(all, { ...told, ...words }));
    });
}

/** From the first period counted up to the end of the last. */
function spanOfCounts([{ start, values, recipe }]: Panel): Span {
  let until = start;
  for (let t = 0; t < values.length; t++) until = nextPeriod(until, recipe.every);
  return { since: start, until };
}

async function changePng([series]: Panel, [found]: readonly Tested[], snapshot: Snapshot): Promise<Uint8Array> {
  const { segmentation, places } = found;
  if (segmentation === undefined || places === undefined)
    throw new InputError(`test: --chart needs events in 4 periods or more, got ${found.n} in ${found.periods}`);
  const { asOf, hash, name } = snapshot;
  const subtitle = [
    ...wrapped(places.reading, { width: 110, indent: "" }).split("\n"),
    `${name} as of ${asOf}, snapshot ${hash.slice(0, 8)}; n ${found.n} events ${whereText(snapshot)}`,
  ];
  const title = segmentation.segments.length === 1 ? "One level throughout" : `${segmentation.segments.length} levels`;
  return (await draw(changeChart(series, { segmentation, places, title, subtitle }))).png;
}

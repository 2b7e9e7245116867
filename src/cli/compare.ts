import { Command } from "commander";
import { forest } from "../charts/forest.js";
import { InputError } from "../core/errors.js";
import { percent } from "../core/print.js";
import type { Snapshot } from "../core/snapshot.js";
import { select } from "../events/select.js";
import { type Adjustment, adjust } from "../inference/adjust.js";
import { paired } from "../inference/compare.js";
import { checkLevel } from "../inference/test.js";
import { draw } from "../notebook/draw.js";
import { writeWhole } from "../store/files.js";
import { type Compared, comparePair } from "./comparePair.js";
import { compareText } from "./compareText.js";
import { comparisonNames, comparisonsOf } from "./comparisons.js";
import { numberOf, seedOf } from "./methodsIn.js";
import { chosen, counted, type SeriesFlags, sourceText, spanOf, takesSeries, whereText } from "./seriesOptions.js";
import { widthOf } from "./wrapped.js";

interface Options extends SeriesFlags {
  readonly before: string;
  readonly after: string;
  readonly by?: string;
  readonly method: string;
  readonly level: string;
  readonly seed: string;
  readonly within?: string;
  readonly sameSeason?: boolean;
  readonly adjust?: string;
  readonly chart?: string;
  readonly json?: boolean;
}

const adjustments: readonly Adjustment[] = ["holm", "benjamini-hochberg", "benjamini-yekutieli"];

/** `hindcast compare`: how the rate after a day compares with that before, and what the answer is worth. */
export function compareCommand(): Command {
  return takesSeries(
    new Command("compare")
      .description("Compare the rate of one stretch with that of an earlier one, and say what the answer is worth.")
      .argument("<name>", "a dataset in the store")
      .requiredOption("--before <days>", "the earlier stretch, its last day not included: 2023-01-01..2023-08-01")
      .requiredOption("--after <days>", "the later stretch"),
    "month",
  )
    .option("--by <fields>", "a comparison for each zone (or country, admin1, ... that the criteria name)")
    .option(
      "--method <list>",
      `with commas, or all: ${comparisonNames.join(", ")}`,
      "central,quasi-poisson,permutation",
    )
    .option("--same-season", "only the months (or weeks) before that are those after, in earlier years")
    .option("--within <ratio>", "ask too whether the pace is similar: within 1.25 times, say")
    .option("--adjust <method>", `for many series: ${adjustments.join(", ")}`)
    .option("--level <share>", "of the intervals", "0.95")
    .option("--seed <n>", "of what is drawn", "1")
    .option("--chart <png>", "draw the ratios")
    .option("--json", "print all that was found as JSON")
    .addHelpText(
      "after",
      [
        "\ncentral        exact, for Poisson counts; minlike, blaker, mid-p, e-test: less cautious",
        "quasi-poisson  where counts vary more than Poisson counts; negbin: from about 20 periods",
        "permutation    asks nothing of the variance; circular: where neighbours are alike, from 40 periods",
        "gamma-poisson  Bayesian, Jeffreys prior",
        "\nExample:\n  hindcast compare acled-mali --before 2023-01-01..2023-08-01 --after 2023-08-01..2023-12-01 --by zone --chart forest.png",
      ].join("\n"),
    )
    .action(async (name: string, options: Options) => {
      const before = spanOf(options.before, "compare: --before");
      const after = spanOf(options.after, "compare: --after");
      if (after.since < before.until)
        throw new InputError(
          `compare: --after needs to begin when --before has ended, got ${after.since} and ${before.until}`,
        );
      const { level, seed } = {
        level: numberOf(options.level, "compare: --level"),
        seed: seedOf(options.seed, "compare: --seed"),
      };
      checkLevel(level, "compare");
      const asked = {
        ...{ methods: comparisonsOf(options.method, seed), level, seed, isSameSeason: options.sameSeason === true },
        ...(options.within !== undefined && { within: numberOf(options.within, "compare: --within") }),
      };
      const adjustment = adjustmentOf(options);
      const { snapshot, every } = await chosen(name, options, "compare");
      const panels = await Promise.all(
        [before, after].map(async (span) => await counted({ snapshot: select(snapshot, span), every }, options.by)),
      );
      const pairs = paired(panels[0], panels[1], "compare");
      const found = pairs.map(({ first, later }) => comparePair(first, later, asked));
      const all = adjustment === undefined ? found : adjusted(found, adjustment);
      const told = { before, after, every, level };
      if (options.chart !== undefined) {
        const title = `${spanText(options.after)} against ${spanText(options.before)}`;
        await writeWhole(options.chart, await forestPng(all, { title, level, snapshot }));
      }
      const { asOf, hash } = snapshot;
      const plain = { data: { name, asOf, hash }, where: snapshot.where, ...told, seed, series: all };
      process.stdout.write(
        options.json
          ? `${JSON.stringify(plain, null, 1)}\n`
          : compareText(all, {
              ...{
                ...told,
                asOf,
                where: whereText(snapshot),
                source: sourceText(snapshot),
                isSameSeason: asked.isSameSeason,
              },
              width: widthOf(process.stdout),
            }),
      );
    });
}

function adjustmentOf({ adjust: asked, by }: Options): Adjustment | undefined {
  if (asked === undefined) return undefined;
  const known = adjustments.find((one) => one === asked);
  if (known === undefined)
    throw new InputError(`compare: --adjust needs one of ${adjustments.join(", ")}, got ${JSON.stringify(asked)}`);
  if (by === undefined) throw new InputError("compare: --adjust goes with --by: one series is one question");
  return known;
}

/** Each method's p-values allowing for all the series that it was asked of; methods are the same question asked anew. */
function adjusted(all: readonly Compared[], method: Adjustment): Compared[] {
  const names = [...new Set(all.flatMap(({ findings }) => findings.map((one) => one.method)))];
  const raised = names.flatMap((name) => {
    const asked = all.flatMap(({ findings }) => findings.filter((one) => one.method === name));
    return adjust(asked, method).map((finding, i) => ({ as: asked[i], now: { method: name, ...finding } }));
  });
  return all.map((one) => ({
    ...one,
    findings: one.findings.map((finding) => raised.find(({ as }) => as === finding)?.now ?? finding),
  }));
}

async function forestPng(
  all: readonly Compared[],
  { title, level, snapshot }: { title: string; level: number; snapshot: Snapshot },
): Promise<Uint8Array> {
  const rows = all.flatMap(({ key, findings }) =>
    findings.flatMap(({ method, estimate, interval, n }) => {
      if (estimate === undefined || interval === undefined || !(estimate > 0)) return [];
      const of = Object.values(key).join(", ");
      return of === ""
        ? { label: method, group: "ratio", estimate, interval, n }
        : { label: `${of} · ${method}`, group: method, estimate, interval, n };
    }),
  );
  if (rows.length === 0)
    throw new InputError("compare: --chart needs a ratio to draw, got none above 0 with an interval");
  const left = all.filter(({ findings }) => findings.every(({ estimate = 0 }) => estimate === 0));
  const subtitle = [
    `How many times the earlier rate the later one is, with ${percent(level)} intervals; n events on both sides together`,
    ...(left.length === 0
      ? []
      : [
          `Not drawn, for want of events on a side: ${left.map(({ key }) => Object.values(key).join(", ")).join("; ")}`,
        ]),
    `${snapshot.name} as of ${snapshot.asOf}, snapshot ${snapshot.hash.slice(0, 8)}; events ${whereText(snapshot)}`,
  ];
  return (await draw(forest(rows, { title, subtitle }))).png;
}

function spanText(text: string): string {
  return text.replace("..", " to ");
}

import type { Failure } from "../core/backtest.js";
import type { Day } from "../core/day.js";
import { decimals, numbered } from "../core/print.js";
import type { Snapshot } from "../core/snapshot.js";
import type { Model } from "../models/model.js";
import { backtestMarkdown, backtestStepsMarkdown } from "./backtestMarkdown.js";
import { backtestNames } from "./backtestNames.js";
import type { BacktestLine } from "./backtestTable.js";
import { markdownText } from "./markdownText.js";
import { sourceText, whereText } from "./seriesOptions.js";
import { wrapped } from "./wrapped.js";

/** The longest name of a model in a table: so long that the main columns fit a hundred signs. */
const longest = { terminal: 30, markdown: 44 };

export interface BacktestTold {
  readonly models: readonly Model[];
  readonly lines: readonly BacktestLine[];
  readonly references: readonly string[];
  readonly failures: readonly Failure[];
  readonly warnings: readonly string[];
  readonly origins: readonly Day[];
  readonly ahead: number;
  readonly snapshot: Snapshot;
  readonly every: string;
  readonly measure: string;
}

/** When and how far ahead the forecasts are of, and of which events. */
export function backtestHead({ origins, ahead, every, measure, snapshot }: BacktestTold): string {
  return `${numbered(origins.length, "origin")} from ${origins[0]} to ${origins[origins.length - 1]}, up to ${numbered(ahead, every)} ahead; ${measure === "events" ? "events" : `${measure} in events`} ${whereText(snapshot)}`;
}

/**
 * What a back-test found, for a terminal or as Markdown: how it was made, the table, what could not be said, and warnings.
 * Tables may be as wide as `room`.
 */
export function backtestText(
  told: BacktestTold,
  { isMarkdown, width, room = width }: { isMarkdown: boolean; width: number; room?: number },
): string {
  const { models, lines, references, failures, warnings, snapshot } = told;
  const reasons = new Map<string, number>();
  for (const { model, why } of failures) reasons.set(`${model}: ${why}`, (reasons.get(`${model}: ${why}`) ?? 0) + 1);
  const line = (text: string): string =>
    isMarkdown ? `- ${markdownText(text)}` : wrapped(`  ${text}`, { width, indent: "    " });
  const notes = [
    ...[...reasons].map(([reason, n]) => line(`${reason} (${numbered(n, "time")})`)),
    ...warnings.map(line),
  ];
  const { short, notes: names } = backtestNames(models, isMarkdown ? longest.markdown : longest.terminal);
  const options = { references, short, ...(!isMarkdown && { width: room }) };
  const block = (text: string): string => (isMarkdown ? markdownText(text) : wrapped(text, { width, indent: "" }));
  const listed = (texts: readonly string[]): string[] => (texts.length === 0 ? [] : ["", ...texts]);
  const steps = backtestStepsMarkdown(lines, models, options);
  return [
    ...[
      block(isMarkdown ? backtestHead(told) : `${backtestHead(told)}; ${sizeText(lines)}`),
      "",
      backtestMarkdown(lines, options),
      block(meant(told)),
    ],
    ...(steps === "" ? [] : ["", block(bySteps), "", steps.trimEnd()]),
    ...listed(names.map(line)),
    ...listed(notes),
    ...["", isMarkdown ? markdownText(sourceText(snapshot)) : sourceText(snapshot), ""],
  ].join("\n");
}

/** The same, how many were scored, and of which data, as lines below the title of a chart. */
export function backtestSubtitle(told: BacktestTold): readonly string[] {
  const { name, asOf } = told.snapshot;
  return [backtestHead(told), `${sizeText(told.lines)}; bars are 90% intervals; ${name} as of ${asOf}`];
}

/** How many forecasts of a model are scored, which a narrow table has no column for. */
function sizeText(lines: readonly BacktestLine[]): string {
  const sizes = lines.flatMap(({ n, step }) => (step === undefined ? [n] : []));
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
  const range = least === most ? decimals(most, 0) : `${decimals(least, 0)} to ${decimals(most, 0)}`;
  return `n = ${range} forecasts a model`;
}

const bySteps =
  "By step, the best model, the best ensemble and the reference; the CSV of --out has every model by step:";

function meant({ references: [first], measure }: BacktestTold): string {
  return [
    `CRPS is the continuous ranked probability score in ${measure}: 0 is perfect. In 90% is the share of counts within the central 90% intervals; intervals in brackets are 90% ones by resampling blocks of origins.`,
    ...(first === undefined
      ? []
      : [
          "Skill is how much less CRPS there is than of the reference's, on the forecasts that all made;",
          `p is of being as accurate as ${first} at so many steps ahead, by Diebold and Mariano's test.`,
        ]),
    "The noise told in the CSV is the standard error that a number of draws leaves; what is not drawn has none, such as the 12 past counts of conflictology(12). Of averaged or calibrated quantiles it is more than there is.",
  ].join(" ");
}

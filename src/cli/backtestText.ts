import type { Failure } from "../core/backtest.js";
import type { Day } from "../core/day.js";
import { numbered } from "../core/print.js";
import type { Snapshot } from "../core/snapshot.js";
import { type BacktestLine, backtestMarkdown } from "./backtestTable.js";
import { markdownText } from "./markdownText.js";
import { sourceText, whereText } from "./seriesOptions.js";
import { wrapped } from "./wrapped.js";

export interface BacktestTold {
  readonly lines: readonly BacktestLine[];
  readonly references: readonly string[];
  readonly failures: readonly Failure[];
  readonly warnings: readonly string[];
  readonly origins: readonly Day[];
  readonly ahead: number;
  readonly snapshot: Snapshot;
  readonly every: string;
}

/** What a back-test found, for a terminal or as Markdown: how it was made, the table, what could not be said, and warnings. */
export function backtestText(
  told: BacktestTold,
  { isMarkdown, width }: { isMarkdown: boolean; width: number },
): string {
  const { lines, references, failures, warnings, origins, ahead, snapshot, every } = told;
  const head = `${numbered(origins.length, "origin")} from ${origins[0]} to ${origins[origins.length - 1]}, up to ${numbered(ahead, every)} ahead; events ${whereText(snapshot)}`;
  const reasons = new Map<string, number>();
  for (const { model, why } of failures) reasons.set(`${model}: ${why}`, (reasons.get(`${model}: ${why}`) ?? 0) + 1);
  const line = (text: string): string =>
    isMarkdown ? `- ${markdownText(text)}` : wrapped(`  ${text}`, { width, indent: "    " });
  const notes = [
    ...[...reasons].map(([reason, n]) => line(`${reason} (${numbered(n, "time")})`)),
    ...warnings.map(line),
  ];
  const meant =
    "CRPS is the continuous ranked probability score in events, 0 is perfect; skill is how much less of it there is than of the reference's, on the forecasts that both made; n is forecasts scored.";
  const block = (text: string): string => (isMarkdown ? markdownText(text) : wrapped(text, { width, indent: "" }));
  return [
    ...[block(head), "", backtestMarkdown(lines, references, { plain: !isMarkdown }), block(meant)],
    ...(notes.length === 0 ? [] : ["", ...notes]),
    ...["", isMarkdown ? markdownText(sourceText(snapshot)) : sourceText(snapshot), ""],
  ].join("\n");
}

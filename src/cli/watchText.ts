import { percent, withInterval } from "../core/print.js";
import { printable } from "../core/printable.js";
import type { Report } from "../core/report.js";
import type { WatchedPeriod, WatchedQuestion } from "../core/watchedQuestion.js";
import { mostPeriods } from "../reports/watchedNext.js";
import { evidenceText } from "../reports/watchText.js";
import { markdownText } from "./markdownText.js";
import { changesOf, type WatchChange } from "./watchChanges.js";
import type { WatchEntry, WatchHistory } from "./watchState.js";
import { wrapped } from "./wrapped.js";

/** What a run of the command says: what is not as it was, and where every question stands. */
export function watchText(
  now: WatchEntry,
  {
    last,
    changes,
    width,
  }: { readonly last?: WatchEntry; readonly changes: readonly WatchChange[]; readonly width: number },
): string {
  const lines = [
    sinceText(now, last, changes),
    ...changes.map((one) => `  ${one.label}: ${one.text}`),
    "",
    ...now.watched.flatMap((one) => [
      `${one.label}: ${one.state.toUpperCase()}`,
      `  ${one.reading}`,
      `  could it come out otherwise? ${one.couldFail}`,
      ...(one.proxy === undefined ? [] : [`  a proxy: ${one.proxy}`]),
      `  n = ${one.n}, ${sourceOf(one)}`,
      "",
    ]),
  ];
  return `${lines.map((line) => wrapped(printable(line), { width, indent: "  " })).join("\n")}\n`;
}

/** Where every question stands and what the last entry changed, in full, as Markdown. */
export function watchMarkdown(
  { title, publisher, id }: Pick<Report, "title" | "publisher" | "id">,
  { entries }: WatchHistory,
): string {
  const [now, last] = [entries[entries.length - 1], entries.at(-2)];
  const changes = last === undefined ? [] : changesOf(last, now);
  return [
    `# Watched: ${markdownText(title)}`,
    "",
    `${markdownText(publisher)}, ${id}. ${sinceText(now, last, changes)}`,
    "",
    ...changes.map((one) => `- ${markdownText(one.label)}: ${markdownText(one.text)}`),
    ...(changes.length === 0 ? [] : [""]),
    ...now.watched.flatMap(section),
    "## What changed when",
    "",
    ...entries.flatMap((entry, i) => historyOf(entry, entries[i - 1])),
    "",
  ].join("\n");
}

function sinceText({ written }: WatchEntry, last: WatchEntry | undefined, changes: readonly WatchChange[]): string {
  if (last === undefined) return `First look, as of ${written}: there is nothing to compare with.`;
  const since = `since the last state, as of ${last.written}`;
  if (changes.length > 0) return `Changed ${since}, to ${written}:`;
  return `Nothing changed ${since}${last.written === written ? "" : `; the data are now as of ${written}`}.`;
}

function section(one: WatchedQuestion): string[] {
  const { periods, level } = one;
  const head = `| ${one.every} | count | ratio so far, ${percent(level)} at all looks | e-value | if Poisson | e-value |`;
  return [
    `## ${markdownText(one.label)}: ${one.state}`,
    "",
    `> ${markdownText(one.asks)}`,
    "",
    `- ${markdownText(one.reading)}`,
    `- could it come out otherwise? ${markdownText(one.couldFail)}`,
    ...(one.proxy === undefined ? [] : [`- a proxy: ${markdownText(one.proxy)}`]),
    ...one.needed.map(
      (need) =>
        `- if ${markdownText(need.if)} (n = ${need.n}): ${need.periods === null ? `not settled within ${mostPeriods} ${one.every}s` : `settled after ${need.periods} ${one.every}s in all`}`,
    ),
    `- n = ${one.n}, ${markdownText(sourceOf(one))}`,
    "",
    ...(periods.length === 0 ? [] : [head, "| --- | ---: | --- | ---: | --- | ---: |", ...periods.map(row), ""]),
  ];
}

function row({ period, count, estimate, wide, poisson }: WatchedPeriod): string {
  const text = ({ interval }: WatchedPeriod["wide"]): string =>
    estimate === undefined ? `at least ${interval[0].toFixed(2)}` : withInterval(estimate, interval, 2);
  return `| ${period} | ${count} | ${text(wide)} | ${evidenceText(wide.eValue)} | ${text(poisson)} | ${evidenceText(poisson.eValue)} |`;
}

function historyOf(entry: WatchEntry, last: WatchEntry | undefined): string[] {
  if (last === undefined) return [`- ${entry.written}: first look`];
  const changes = changesOf(last, entry);
  if (changes.length === 0) return [`- ${entry.written}: nothing`];
  return [`- ${entry.written}:`, ...changes.map((one) => `  - ${markdownText(one.label)}: ${markdownText(one.text)}`)];
}

function sourceOf({ data, asOf }: WatchedQuestion): string {
  return `${data.name} as of ${asOf}, snapshot ${data.hash?.slice(0, 8)} of ${data.asOf}`;
}

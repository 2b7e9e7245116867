import { clockChart } from "../charts/clockChart.js";
import { confusionChart } from "../charts/confusionChart.js";
import { planChart } from "../charts/planChart.js";
import { referenceChart } from "../charts/referenceChart.js";
import { specificationCurve } from "../charts/specificationCurve.js";
import { watchChart } from "../charts/watchChart.js";
import { addDays } from "../core/day.js";
import { decimals, percent } from "../core/print.js";
import type { Report, Window } from "../core/report.js";
import type { Separation } from "../core/separation.js";
import type { WatchedQuestion } from "../core/watchedQuestion.js";
import { evidenceClock } from "../reports/evidenceClock.js";
import { labelsOf } from "./labelsOf.js";
import { planWords } from "./planText.js";
import type { Found, RunChart } from "./runCharts.js";
import { varyWords } from "./varyText.js";

/** How many days before the close the clock of citations begins. */
const clockDays = 60;

/** What is drawn of a report's indicators and sources: its readings, plans, episodes, watched questions, its citations' clock. */
export function indicatorCharts(run: Found): RunChart[] {
  const { report, plans, multiverses, referenceRates, watched } = run;
  const labels = labelsOf(run);
  return [
    ...multiverses
      .filter((one) => one.readings.some(({ ratio, interval }) => ratio !== undefined && ratio > 0 && interval))
      .map((one) => drawn(`readings-${one.id}`, varyWords(one), (words) => specificationCurve(one, words))),
    ...plans.map((one) => drawn(`plan-${one.id}`, planWords(one, report), (words) => planChart(one, words))),
    ...[...new Set(plans.flatMap((one) => one.separations))].map((one, i) => separationChart(one, i, labels)),
    ...referenceRates
      .filter((one) => one.episodes.length > 0)
      .map((one) => {
        const [first] = one.reading.split(/ \(|[;:] /);
        const words = { title: `${first.charAt(0).toUpperCase()}${first.slice(1)}`, subtitle: [one.asks] };
        return drawn(`episodes-${one.id}`, words, (said) => referenceChart(one, { ...said, labels }));
      }),
    ...watched
      .filter((one) => one.state !== "cannot be watched" && one.periods.length > 0)
      .map((one, i) => drawn(`watched-${i + 1}`, watchWords(one), (words) => watchChart(one, words))),
    ...clockOf(report),
  ];
}

function drawn(
  name: string,
  words: { title: string; subtitle: readonly string[] },
  draw: (words: { title: string; subtitle: readonly string[] }) => RunChart["spec"],
): RunChart {
  return { name, alt: words.title, spec: draw(words) };
}

function separationChart(one: Separation, i: number, labels: Readonly<Record<string, string>>): RunChart {
  const { zones, periods, together, draws, pairs } = one;
  const accuracies = pairs.map(({ accuracy }) => accuracy);
  const ends = [Math.min(...accuracies), Math.max(...accuracies)].map(percent);
  const span = [...new Set(ends)].join(" to ");
  const words = {
    title: `Two at a time, the explanations could have been told apart in ${span}`,
    subtitle: [
      `${periods.length} periods of ${together ? "the sum of " : ""}${zones.map((zone) => labels[zone] ?? zone).join("; ")}, before any of them was seen; 50% is chance`,
      `${decimals(draws, 0)} data sets made under each row's explanation, and the one they were taken for`,
    ],
  };
  return drawn(`apart-${i + 1}`, words, (said) => confusionChart(one, said));
}

function watchWords({ label, asks, state, data, proxy }: WatchedQuestion): { title: string; subtitle: string[] } {
  return {
    title: `${label}: ${state}`,
    subtitle: [
      asks,
      `${data.name} as of ${data.asOf} (${data.hash?.slice(0, 8)})${proxy === undefined ? "" : `, a proxy: ${proxy}`}`,
    ],
  };
}

function clockOf(report: Report): RunChart[] {
  const rows = evidenceClock(report);
  const dated = rows.filter((one) => one.date !== undefined);
  if (dated.length === 0) return [];
  const late = rows.filter(({ standing }) => standing === "after the close" || standing === "after the cutoff day");
  const window = citedWindow(report);
  const words = {
    title: `${dated.length} of ${rows.length} cited items can be dated; ${late.length} are later than the close`,
    subtitle: [
      "Each item at the day that its number, its address or its print tells, by the note that cites it",
      `n = ${rows.length} items in ${report.citations.length} notes of ${report.id}`,
    ],
  };
  const face = { since: addDays(report.cutoff, -clockDays), close: report.closed?.at ?? report.cutoff };
  return [drawn("clock", words, (said) => clockChart(rows, { ...said, ...face, ...(window && { window }) }))];
}

/** The window of the figures that most items are cited for. */
function citedWindow({ figures, citations, windows }: Report): Window | undefined {
  const weight = new Map<string, number>();
  for (const { window, notes } of figures) {
    const items = citations.filter(({ note }) => notes.includes(note)).flatMap((one) => one.items);
    weight.set(window, (weight.get(window) ?? 0) + items.length);
  }
  const [first] = [...weight].sort((a, b) => b[1] - a[1]);
  return first === undefined ? undefined : windows[first[0]];
}

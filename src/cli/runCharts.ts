import { evidence } from "../charts/evidence.js";
import { forest, type Ratio } from "../charts/forest.js";
import { zoneMonths } from "../charts/zoneMonths.js";
import type { ChartSpec } from "../core/chart.js";
import type { Interval } from "../core/finding.js";
import type { Weighing } from "../core/hypothesis.js";
import type { Panel } from "../core/panel.js";
import { dataText, decimals, percent, withInterval } from "../core/print.js";
import { during } from "../core/slice.js";
import type { Verdict } from "../core/verdict.js";
import type { Weighed } from "../core/weighed.js";
import { labelOf } from "../events/codebook.js";
import { count } from "../events/count.js";
import { inPeriods } from "../events/inPeriods.js";
import { select } from "../events/select.js";
import { periodMeans } from "../inference/periodMeans.js";
import { changeOf } from "../reports/changeOf.js";
import { windowOf } from "../reports/figures.js";
import { sure } from "../reports/placebos.js";
import { rangeText } from "../reports/weighVerdicts.js";
import { indicatorCharts } from "./indicatorCharts.js";
import type { Case } from "./openCase.js";
import type { Run } from "./runCase.js";

/** A run before it is drawn. */
export type Found = Omit<Run, "charts">;

/** A chart of a run: the name of its file, what it says in words, and its specification. */
export interface RunChart {
  readonly name: string;
  readonly alt: string;
  readonly spec: ChartSpec;
}

/** The level of every interval of a run. */
export const level = 0.95;

/** What is drawn of a run, in the order in which a reader asks. */
export async function runCharts(run: Found): Promise<RunChart[]> {
  const { report, verdicts, weighed } = run;
  return [
    ...(weighed && report.weighing ? [await zonesChart(run, weighed, report.weighing)] : []),
    ...changesChart(verdicts),
    ...(weighed ? [evidenceChart(weighed)] : []),
    ...indicatorCharts(run),
  ];
}

/** Counts of the zones weighed, with the means of the weighing's windows. */
export async function zonesChart(
  { report, codebook, snapshots }: Case,
  weighed: Weighed,
  weighing: Weighing,
): Promise<RunChart> {
  const snapshot = snapshots[weighing.on];
  const windows = weighing.windows.map((name) => windowOf(report, name));
  const since = windows.map((one) => one.since).sort()[0];
  const until = windows
    .map((one) => one.until)
    .sort()
    .reverse()[0];
  const zone = weighed.zones;
  const meant = select(select(snapshot, weighing.where ?? {}), { zone, since, until });
  const panel: Panel = await count(meant, { every: report.every, by: ["zone"] });
  const means = periodMeans(panel, windows, { level });
  const labels = Object.fromEntries(zone.map((name) => [name, labelOf(name, codebook)]));
  const total = panel.flatMap((series) => series.values).reduce((sum, value) => sum + value, 0);
  const [last, first] = [...windows].reverse();
  const [before, after] = [first, last].map((window) => during(inPeriods(panel), window));
  const changes = before.map((series, i) => ({ name: labels[zone[i]], ...changeOf(series, after[i], level) }));
  const title = directionsOf(changes);
  const ratios = changes.map(({ estimate, interval }) =>
    estimate === undefined ? `at least ${decimals(interval[0], 2)}` : withInterval(estimate, interval, 2),
  );
  const subtitle = [
    `${last.label} over ${first.label}: ${ratios.join(", ")} times the rate, in the order drawn`,
    `Lines are ${report.every}ly means with 95% intervals if counts are Poisson; the ratios' intervals allow for the spread seen`,
    proxyLine(weighed),
    `n = ${decimals(total, 0)} events; ${dataText(weighed.data)}`,
  ];
  return {
    name: "zones",
    alt: title,
    spec: zoneMonths(panel, { title, subtitle, means, cutoff: report.cutoff, labels }),
  };
}

/** Which zones rose, fell, or did neither clearly. */
function directionsOf(changes: readonly { readonly name: string; readonly interval: Interval }[]): string {
  const wordOf = ([low, high]: Interval): string => (low > 1 ? "up" : high !== null && high < 1 ? "down" : "not clear");
  const parts = ["up", "down", "not clear"].flatMap((word) => {
    const names = changes.filter((one) => wordOf(one.interval) === word).map((one) => one.name);
    return names.length === 0 ? [] : `${word} in ${names.join(" and ")}`;
  });
  return `Later over earlier rate: ${parts.join("; ")}`;
}

/** Every change that was judged, with its interval; none where there is none. */
export function changesChart(verdicts: readonly Verdict[]): readonly RunChart[] {
  const drawn = verdicts.filter(isDrawn);
  const ratios = apart(drawn);
  const clear = ratios.filter(({ interval: [low, high] }) => low > 1 || (high !== null && high < 1)).length;
  if (ratios.length === 0) return [];
  const proxied = [...new Set(drawn.flatMap((one) => (one.proxy === undefined ? [] : one.data.name)))];
  const title = `${clear} of ${ratios.length} changes are clear of no change`;
  const subtitle = [
    "Later over earlier rate, 95% intervals: exact if Poisson where only a mean was printed, else allowing for the spread seen",
    proxied.length > 0 ? `A proxy for what the report counted: ${proxied.join(", ")}` : "",
  ];
  return [{ name: "changes", alt: title, spec: forest(ratios, { title, subtitle }) }];
}

type Drawn = Verdict & Required<Pick<Verdict, "estimate" | "interval">>;

function isDrawn(one: Verdict): one is Drawn {
  return one.scale === "ratio" && one.estimate !== undefined && one.estimate > 0 && one.interval !== undefined;
}

/** A change that a claim and its question both ask of is drawn once; others of one name are told apart by what asks of them. */
function apart(changes: readonly Drawn[]): Ratio[] {
  const isNamesake = (one: Drawn, other: Drawn): boolean =>
    one.label === other.label && one.data.name === other.data.name;
  const once = changes.filter(
    (one, i) =>
      one.counts === undefined ||
      !changes.slice(0, i).some((other) => isNamesake(one, other) && String(other.counts) === String(one.counts)),
  );
  return once.map((one) => {
    const { id, label, data, estimate, interval, n } = one;
    const isOnly = once.filter((other) => isNamesake(one, other)).length === 1;
    return { label: isOnly ? label : `${label} (${id.split("/")[0]})`, group: data.name, estimate, interval, n };
  });
}

/** How probable each explanation is as periods arrive. */
export function evidenceChart(weighed: Weighed): RunChart {
  const [first] = [...weighed.hypotheses].sort((a, b) => b.logScore - a.logScore);
  const share = `${percent(first.probability.at(-1) ?? 0)}, ${rangeText(first)} over what was tried`;
  const title =
    first.range[0] > sure
      ? `${first.label}: ${share}`
      : `The data cannot tell: ${first.label.toLowerCase()} leads with ${share}`;
  const subtitle = [
    `Probability of each explanation after each ${weighed.every}; bars: other dispersions and drifts, a zone or a ${weighed.every} left out`,
    proxyLine(weighed),
    `n = ${decimals(weighed.n, 0)} events in ${weighed.zones.length} zones; ${dataText(weighed.data)}`,
  ];
  return { name: "evidence", alt: title, spec: evidence(weighed, { title, subtitle }) };
}

function proxyLine({ proxy }: Weighed): string {
  return proxy === undefined ? "" : `A proxy: ${proxy}`;
}

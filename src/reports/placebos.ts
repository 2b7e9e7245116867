import { daysIn, yearsBefore } from "../core/day.js";
import type { Report, Window } from "../core/report.js";
import type { Snapshot } from "../core/snapshot.js";
import { blocksOf, type Forecasts, panelOf } from "./blocks.js";
import { chancesOf, type Grid, logChance } from "./chances.js";
import { logSum } from "./posterior.js";

/** How many earlier years are tried. */
const years = 5;

/** Sizes of drift tried, as standard deviations of the change in the log of the rate. */
const drifts = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.7];

/** The same forecasts asked of the same months of each earlier year that the data cover, the latest first. */
export async function placeboYears(report: Report, snapshot: Snapshot): Promise<readonly Forecasts[]> {
  const found: Forecasts[] = [];
  for (let back = 1; back <= years; back++) {
    const windows = Object.entries(report.windows).map(([name, window]) => [name, shifted(window, back)] as const);
    const earlier: Report = { ...report, windows: Object.fromEntries(windows) };
    const spans = report.hypotheses.flatMap((one) => one.predicts.map(({ like }) => earlier.windows[like].since));
    if (spans.some((since) => daysIn({ since: snapshot.covers.since, until: since }) < 0)) break;
    const panel = await panelOf(earlier, snapshot);
    found.push(report.hypotheses.map((one) => ({ id: one.id, blocks: blocksOf(earlier, panel, one) })));
  }
  return found;
}

/**
 * How far rates move between a past and the months forecast from it, as the earlier years show: the mean of the drifts
 * tried, each weighed by the chance that their forecasts gave to what came, to two decimals; 0 without an earlier year.
 */
export function driftOf(placebos: readonly Forecasts[], grid: Omit<Grid, "drift">): number {
  const all = placebos.flatMap((forecasts) => forecasts.flatMap((one) => one.blocks));
  const blocks = [...new Map(all.map((block) => [JSON.stringify(block), block])).values()];
  if (blocks.length === 0) return 0;
  const logs = drifts.map((drift) =>
    logChance(
      blocks.map((block) => chancesOf(block, { ...grid, drift })),
      {},
    ),
  );
  const whole = logSum(logs);
  const mean = drifts.reduce((sum, drift, i) => sum + drift * Math.exp(logs[i] - whole), 0);
  return Math.round(100 * mean) / 100;
}

function shifted({ since, until, ...rest }: Window, back: number): Window {
  return { ...rest, since: yearsBefore(since, back), until: yearsBefore(until, back) };
}

import { daysIn, yearsBefore } from "../core/day.js";
import type { Report, Window } from "../core/report.js";
import type { Snapshot } from "../core/snapshot.js";
import { blocksOf, type Forecasts, panelOf } from "./blocks.js";
import { chancesOf, type Grid, logChance } from "./chances.js";

/** How many earlier years are tried. */
const years = 5;

/** Sizes of drift tried, as standard deviations of the change in the log of the rate. */
const drifts = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8];

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
 * How far rates move between a past and the months forecast from it, as the earlier years show: the drift under which
 * their forecasts gave the most to what came, of those tried; 0 without an earlier year.
 */
export function driftOf(placebos: readonly Forecasts[], grid: Omit<Grid, "drift">): number {
  const all = placebos.flatMap((forecasts) => forecasts.flatMap((one) => one.blocks));
  const blocks = [...new Map(all.map((block) => [JSON.stringify(block), block])).values()];
  let best = { drift: 0, log: -Infinity };
  for (const drift of blocks.length === 0 ? [0] : drifts) {
    const log = logChance(
      blocks.map((block) => chancesOf(block, { ...grid, drift })),
      {},
    );
    if (log > best.log) best = { drift, log };
  }
  return best.drift;
}

function shifted({ since, until, ...rest }: Window, back: number): Window {
  return { ...rest, since: yearsBefore(since, back), until: yearsBefore(until, back) };
}

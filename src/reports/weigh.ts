import type { Day } from "../core/day.js";
import type { Report } from "../core/report.js";
import type { Snapshot } from "../core/snapshot.js";
import type { Weighed } from "../core/weighed.js";
import { type Block, blocksOf, checkCells, panelOf } from "./blocks.js";
import { dataOf } from "./counted.js";
import { logPredictive, logSum, posteriorOf } from "./posterior.js";
import { simulateWeighing } from "./simulateWeighing.js";

/** Dispersions (variance over mean) thought equally likely: from Poisson counts to very lumpy ones. */
const phis = [1, 1.4, 2, 2.8, 4, 5.6, 8, 11];

/**
 * How well each of a report's explanations forecast what came, as months arrived. An explanation says, for each zone and
 * stretch, whose past rate will be seen; its forecast is a negative binomial with rate and dispersion averaged over what
 * that past leaves open (never plugged in). Evidence multiplies over zones and adds up over months; the range over
 * other dispersions and over zones left out stands beside it, and simulation says how often each would be recognised.
 *
 * @throws DataError when the explanations do not forecast the same zones and months
 * @see Kass & Raftery (1995) JASA 90, 773–795; Dawid (1984) JRSS A 147, 278–292
 */
export async function weigh(report: Report, snapshot: Snapshot, { draws }: { draws: number }): Promise<Weighed> {
  const panel = await panelOf(report, snapshot);
  const forecasts = report.hypotheses.map((one) => ({
    ...one,
    blocks: blocksOf(report, panel, one),
  }));
  checkCells(report, forecasts);
  const zones = [...new Set(forecasts[0].blocks.map((block) => block.zone))];
  const periods = [...new Set(forecasts[0].blocks.flatMap((block) => block.periods))].sort();
  const tracks = forecasts.map(({ blocks }) => track(blocks, periods, phis));
  const ends = [
    tracks.map((one) => one.at(-1) ?? 0),
    ...phis.map((phi) => forecasts.map(({ blocks }) => track(blocks, periods, [phi]).at(-1) ?? 0)),
    ...zones.map((zone) =>
      forecasts.map(
        ({ blocks }) =>
          track(
            blocks.filter((block) => block.zone !== zone),
            periods,
            phis,
          ).at(-1) ?? 0,
      ),
    ),
  ].map(probabilities);
  const made = simulateWeighing(forecasts, { draws, seed: report.weighing.seed, phis });
  return {
    data: dataOf(snapshot),
    ...(report.weighing.proxy !== undefined && { proxy: report.weighing.proxy }),
    n: forecasts[0].blocks.flatMap((block) => block.target.values).reduce((sum, value) => sum + value, 0),
    periods,
    zones,
    hypotheses: forecasts.map(({ id, label, blocks }, h) => ({
      id,
      label,
      logScore: tracks[h].at(-1) ?? 0,
      cumulative: tracks[h],
      probability: [1 / forecasts.length, ...periods.map((_, t) => probabilities(tracks.map((one) => one[t]))[h])],
      range: [Math.min(...ends.map((end) => end[h])), Math.max(...ends.map((end) => end[h]))],
      zones: zones.map((zone) => ({
        zone,
        logScore:
          track(
            blocks.filter((block) => block.zone === zone),
            periods,
            phis,
          ).at(-1) ?? 0,
        ...made[h].totals[zone],
        observed: blocks
          .filter((block) => block.zone === zone)
          .flatMap((block) => block.target.values)
          .reduce((sum, value) => sum + value, 0),
      })),
      picked: made[h].picked,
    })),
    draws,
    seed: report.weighing.seed,
  };
}

/** Equal chances before, these log scores since: the chances now. */
function probabilities(logScores: readonly number[]): readonly number[] {
  const all = logSum(logScores);
  return logScores.map((log) => Math.exp(log - all));
}

/** Log chance of all blocks together after each period. */
function track(blocks: readonly Block[], periods: readonly Day[], some: readonly number[]): readonly number[] {
  const all = periods.map(() => 0);
  for (const { past, target, periods: own } of blocks) {
    const logs = logPredictive(posteriorOf(past, { phis: some, rates: 61, least: 1e-12 }), target);
    periods.forEach((period, t) => {
      const seen = own.filter((one) => one <= period).length;
      if (seen > 0) all[t] += logs[seen - 1];
    });
  }
  return all;
}

import { InputError } from "../core/errors.js";
import type { Interval } from "../core/finding.js";
import type { Report } from "../core/report.js";
import type { Snapshot } from "../core/snapshot.js";
import type { Placebo, Weighed } from "../core/weighed.js";
import { blocksOf, checkCells, type Forecasts, panelOf } from "./blocks.js";
import { type Chances, chancesOf, type Grid, logChance } from "./chances.js";
import { dataOf } from "./counted.js";
import { driftOf, placeboYears } from "./placebos.js";
import { logSum } from "./posterior.js";
import { simulateTotals, simulateWeighing } from "./simulateWeighing.js";

/** Dispersions (variance over mean) thought equally likely: from Poisson counts to very lumpy ones. */
const phis = [1, 1.4, 2, 2.8, 4, 5.6, 8, 11];

/** A drift smooths the rate, so that half the points do. */
const fineAt = (drift: number): Grid => ({ phis, rates: drift === 0 ? 61 : 31, least: 1e-8, drift });

const coarse = { phis, rates: 13, least: 1e-3 };

/** How sure one must be, over every variant that was tried, to call an explanation held (or, below 1 less this, failed). */
export const sure = 0.95;

/**
 * How well each of a report's explanations forecast what came, as months arrived. An explanation says, for each zone and
 * stretch, whose past rate will be seen; its forecast is a negative binomial with rate and dispersion averaged over what
 * that past leaves open (never plugged in), and with the rate free to drift as far as it did in the five years before.
 * Zones, and blocks of months with different pasts, are taken as independent, each with its own dispersion.
 * Beside each probability stands its range over single dispersions, no drift and twice the drift, each zone and each
 * month left out; simulation says how often each explanation would come first, and the earlier years, of which the
 * report claims nothing, how often the rule would have called something held.
 *
 * @throws InputError when the report does not say what to weigh on, or the data do not reach; DataError when the explanations do not forecast the same zones and months
 * @see Kass & Raftery (1995) JASA 90, 773–795; Dawid (1984) JRSS A 147, 278–292
 */
export async function weigh(report: Report, snapshot: Snapshot, { draws }: { draws: number }): Promise<Weighed> {
  const { weighing } = report;
  if (weighing === undefined) throw new InputError(`weigh: ${report.id} does not say what to weigh on`);
  const panel = await panelOf(report, snapshot);
  const forecasts = report.hypotheses.map((one) => ({ ...one, blocks: blocksOf(report, panel, one) }));
  checkCells(report, forecasts);
  const zones = [...new Set(forecasts[0].blocks.map((block) => block.zone))];
  const periods = [...new Set(forecasts[0].blocks.flatMap((block) => block.periods))].sort();
  const { seed } = weighing;
  const placebos = await placeboYears(report, snapshot);
  const drift = weighing.drift ?? driftOf(placebos, coarse);
  const laid = layOut(forecasts, fineAt(drift));
  const tracks = laid.map((blocks) => periods.map((until) => logChance(blocks, { until })));
  const ranges = rangesOf(forecasts, laid, drift);
  const made = simulateWeighing(forecasts, { draws, seed, phis, drift });
  return {
    data: dataOf(snapshot),
    ...(weighing.proxy !== undefined && { proxy: weighing.proxy }),
    n: observedIn(forecasts[0].blocks),
    periods,
    zones,
    hypotheses: forecasts.map(({ id, label, by, blocks }, h) => ({
      id,
      label,
      by,
      logScore: tracks[h].at(-1) ?? 0,
      cumulative: tracks[h],
      probability: [1 / forecasts.length, ...periods.map((_, t) => probabilities(tracks.map((one) => one[t]))[h])],
      range: ranges[h],
      zones: zones.map((zone) => ({
        zone,
        logScore: logChance(
          laid[h].filter((block) => block.zone === zone),
          {},
        ),
        ...made[h].totals[zone],
        observed: observedIn(blocks.filter((block) => block.zone === zone)),
      })),
      picked: made[h].picked,
    })),
    drift,
    placebo: placeboOf(placebos, { drift, seed }),
    draws,
    seed,
  };
}

/** Equal chances before, these log scores since: the chances now. */
function probabilities(logScores: readonly number[]): readonly number[] {
  const all = logSum(logScores);
  return logScores.map((log) => Math.exp(log - all));
}

function layOut(forecasts: Forecasts, grid: Grid): readonly (readonly Chances[])[] {
  return forecasts.map(({ blocks }) => blocks.map((block) => chancesOf(block, grid)));
}

/** Each explanation's least and greatest probability over the variants. */
function rangesOf(forecasts: Forecasts, laid: readonly (readonly Chances[])[], drift: number): readonly Interval[] {
  const zones = [...new Set(forecasts[0].blocks.map((block) => block.zone))];
  const months = [...new Set(forecasts[0].blocks.flatMap((block) => block.periods))];
  const left = [...(zones.length > 1 ? zones : []), ...(months.length > 1 ? months : [])];
  const parts = [{}, ...phis.map((phi) => ({ phi })), ...left.map((without) => ({ without }))];
  const others = drift === 0 ? [] : [0, 2 * drift];
  const ends = [
    ...parts.map((part) => probabilities(laid.map((blocks) => logChance(blocks, part)))),
    ...others.map((other) =>
      probabilities(layOut(forecasts, { ...coarse, drift: other }).map((blocks) => logChance(blocks, {}))),
    ),
  ];
  return forecasts.map((_, h) => [Math.min(...ends.map((end) => end[h])), Math.max(...ends.map((end) => end[h]))]);
}

function placeboOf(placebos: readonly Forecasts[], { drift, seed }: { drift: number; seed: number }): Placebo {
  const totals = placebos.flatMap((forecasts) =>
    forecasts.flatMap(({ blocks }) =>
      Object.entries(simulateTotals(blocks, { draws: 200, seed, phis, drift })).map(([zone, { interval }]) => {
        const observed = observedIn(blocks.filter((block) => block.zone === zone));
        return observed >= interval[0] && observed <= (interval[1] ?? Infinity);
      }),
    ),
  );
  const ranges = placebos.map((one) => rangesOf(one, layOut(one, { ...coarse, drift }), drift));
  return {
    years: placebos.length,
    inside: totals.filter((isInside) => isInside).length,
    of: totals.length,
    held: ranges.filter((year) => year.some(([low]) => low > sure)).length,
  };
}

function observedIn(blocks: readonly { readonly target: { readonly values: readonly number[] } }[]): number {
  return blocks.flatMap((block) => block.target.values).reduce((sum, value) => sum + value, 0);
}

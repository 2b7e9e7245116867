import type { Day } from "../core/day.js";
import { logNb1 } from "../distributions/nb1.js";
import type { Block } from "./blocks.js";
import { drifted, logSum, posteriorOf } from "./posterior.js";

/** How finely a posterior is laid out, and how far a rate may move between the past and what is forecast. */
export interface Grid {
  readonly phis: readonly number[];
  readonly rates: number;
  readonly least: number;
  /** Standard deviation of the change in the log of the rate. */
  readonly drift: number;
}

/** What each point of a block's posterior gives to each of its months: logs, a row a month. */
export interface Chances {
  readonly zone: string;
  readonly periods: readonly Day[];
  readonly phis: readonly number[];
  readonly weights: readonly number[];
  readonly logs: readonly Float64Array[];
}

/** Which part of what was seen counts: up to a month, without a month, without a zone, at one dispersion. */
export interface Part {
  readonly until?: Day;
  readonly without?: string;
  readonly phi?: number;
}

/** Lays out what a block's forecast gives to what came. */
export function chancesOf({ zone, past, target, periods }: Block, { phis, rates, least, drift }: Grid): Chances {
  const posterior = drifted(posteriorOf(past, { phis, rates, least }), drift);
  const logs = target.values.map((value, t) =>
    Float64Array.from(posterior.rates, (rate, g) => logNb1(value, rate * target.exposure[t], posterior.phis[g])),
  );
  return { zone, periods, phis: posterior.phis, weights: posterior.weights, logs };
}

/** The log chance that blocks together give to a part of what came; zones are taken as independent. */
export function logChance(blocks: readonly Chances[], { until, without, phi }: Part): number {
  let sum = 0;
  for (const { zone, periods, phis, weights, logs } of blocks) {
    const months = periods.flatMap((period, t) =>
      (until === undefined || period <= until) && period !== without ? t : [],
    );
    if (zone === without || months.length === 0) continue;
    const seen: number[] = [];
    const none: number[] = [];
    for (let g = 0; g < weights.length; g++) {
      if (phi !== undefined && phis[g] !== phi) continue;
      let log = Math.log(weights[g]);
      none.push(log);
      for (const t of months) log += logs[t][g];
      seen.push(log);
    }
    sum += logSum(seen) - logSum(none);
  }
  return sum;
}

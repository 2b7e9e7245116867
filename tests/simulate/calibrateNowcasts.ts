import { sampleNb1 } from "../../src/distributions/sampleNb1.js";
import * as hc from "../../src/index.js";
import { random } from "../../src/math/random.js";

/** How often nowcasts hold what comes, in counts made with known delays. */
export interface NowcastCalibration {
  /** Whether what varies is a period's count, each event then taking its own delay, or each cell of the triangle by itself. */
  readonly varies: "periods" | "cells";
  /** Events a period once complete, and variance over mean, in the data made. */
  readonly mean: number;
  readonly phi: number;
  /** From which of the periods on delays are longer; absent where they never change. */
  readonly longerFrom?: number;
  readonly periods: number;
  readonly level: number;
  /** Triangles made, and of them those that held too little for a nowcast. */
  readonly draws: number;
  readonly refused: number;
  /**
   * How often the interval holds the completed count: over all recent periods, by delay from 0, and of their sum. A period
   * that is too early counts for neither; its triangle's sum, which then has no interval, as missed.
   */
  readonly covers: number;
  readonly byDelay: readonly number[];
  readonly total: number;
  /** How often a delay share's interval holds the true one, all delays but the longest together. */
  readonly delays: number;
  /** How often delays are said to have changed, at 5%: the size of that test, or its power where they have. */
  readonly warns: number;
}

/** Shares that come at each delay, and the same where delays are longer. */
const usual = [0.35, 0.25, 0.15, 0.1, 0.07, 0.05, 0.03];
const longer = [0.15, 0.2, 0.2, 0.15, 0.12, 0.1, 0.08];
const maxDelay = usual.length - 1;
const periods = 30;

type Setting = Pick<NowcastCalibration, "varies" | "mean" | "phi" | "longerFrom">;

/** Every mean and dispersion with the same delays throughout, then delays that get longer halfway, or three periods ago. */
export function calibrateNowcasts({ draws, seed }: { draws: number; seed: number }): NowcastCalibration[] {
  const settings: Setting[] = [];
  for (const varies of ["periods", "cells"] as const) {
    for (const mean of [3, 100]) for (const phi of [1, 2, 4]) settings.push({ varies, mean, phi });
  }
  for (const longerFrom of [15, 27])
    for (const mean of [3, 100]) settings.push({ varies: "cells", mean, phi: 1, longerFrom });
  return settings.flatMap((setting) => measured(setting, { draws, seed }));
}

function measured(setting: Setting, { draws, seed }: { draws: number; seed: number }): NowcastCalibration[] {
  const uniform = random(seed);
  const levels = [0.8, 0.95];
  const tallies = levels.map(() => ({
    held: usual.slice(1).map(() => 0),
    asked: usual.slice(1).map(() => 0),
    total: 0,
    delays: 0,
  }));
  let refused = 0;
  let warned = 0;
  for (let i = 0; i < draws; i++) {
    const whole = Array.from({ length: periods }, (_, t) => rowOf(setting, t, uniform));
    const counts = whole.map((row, t) => row.map((added, d) => (t + d < periods ? added : null)));
    const triangle: hc.Triangle = {
      ...{ every: "month", start: "2020-01-01", asOf: "2022-07-01", maxDelay, counts },
      ...{ leftOut: { before: 0, unfinished: 0, beyond: 0 }, from: [] },
    };
    const totals = whole.slice(-maxDelay).map(sumOf);
    const truth = setting.longerFrom === undefined ? usual : longer;
    try {
      levels.forEach((level, l) => {
        const found = hc.nowcast(triangle, { level, seed: i, draws: 500 });
        found.periods.forEach(({ delay, interval }, p) => {
          if (interval === undefined) return;
          tallies[l].asked[delay]++;
          if (holds(interval, totals[p])) tallies[l].held[delay]++;
        });
        if (found.total && holds(found.total.interval, sumOf(totals))) tallies[l].total++;
        for (const { delay, interval } of found.delays.shares.slice(0, -1)) {
          if (holds(interval, sumOf(truth.slice(0, delay + 1)))) tallies[l].delays++;
        }
        if (l === 0 && (found.delays.change?.p ?? 1) < 0.05) warned++;
      });
    } catch (error) {
      if (!(error instanceof hc.InputError)) throw error;
      refused++;
    }
  }
  const made = draws - refused;
  return levels.map((level, l) => {
    const { held, asked, total, delays } = tallies[l];
    return {
      ...{ ...setting, periods, level, draws, refused },
      covers: rounded(sumOf(held) / sumOf(asked)),
      byDelay: held.map((n, d) => rounded(n / asked[d])),
      total: rounded(total / made),
      delays: rounded(delays / made / maxDelay),
      warns: rounded(warned / made),
    };
  });
}

/** What a period adds at each delay. */
function rowOf({ varies, mean, phi, longerFrom = periods }: Setting, t: number, uniform: () => number): number[] {
  const chances = t < longerFrom ? usual : longer;
  if (varies === "cells") return chances.map((chance) => sampleNb1(mean * chance, phi, uniform()));
  const row = chances.map(() => 0);
  const n = sampleNb1(mean, phi, uniform());
  for (let i = 0; i < n; i++) {
    let left = uniform();
    let d = 0;
    for (; d < maxDelay && left >= chances[d]; d++) left -= chances[d];
    row[d]++;
  }
  return row;
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}

function holds([low, high]: hc.Interval, value: number): boolean {
  return value >= low && (high === null || value <= high);
}

function rounded(share: number): number {
  return Math.round(1e5 * share) / 1e5;
}

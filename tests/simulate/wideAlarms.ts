import { sampleNb1 } from "../../src/distributions/sampleNb1.js";
import * as hc from "../../src/index.js";
import { random } from "../../src/math/random.js";

export interface WideAlarms {
  /** The true variance over the mean, and the most that was allowed for; "estimated" from six years of it. */
  readonly phi: number;
  readonly allowed: number | "estimated";
  readonly runs: number;
  /** Series in which the evidence passed 20 at some look. */
  readonly wide: number;
  readonly poisson: number;
}

const rate = 10;
const looks = 12;
const recipe: hc.Recipe = { where: [], by: [], every: "month", measure: "events" };

/** How often evidence passes 20 at some of 12 monthly looks, though nothing changes: 4 months before, at 10 a month. */
export function wideAlarms(phi: number, allowed: number | "estimated", runs: number, seed: number): WideAlarms {
  const uniform = random(seed);
  const made = (start: string, n: number): hc.Panel => {
    const values = Array.from({ length: n }, () => sampleNb1(rate, phi, uniform()));
    return [{ key: {}, recipe, from: "", start, values, exposure: values.map(() => 1) }];
  };
  const prior = { shape: 2, rate: 2 / rate };
  let [wide, poisson] = [0, 0];
  for (let run = 0; run < runs; run++) {
    const [before, after] = [made("2019-09-01", 4), made("2020-01-01", looks)];
    const seen =
      allowed === "estimated"
        ? spreadOf([made("2014-01-01", 12), made("2015-01-01", 12), made("2016-01-01", 12), before])
        : allowed;
    const passed = (rows: readonly hc.Running[]): boolean => rows.some(({ p = 1 }) => p <= 0.05);
    if (passed(hc.wideRatioSequence(before, after, { level: 0.95, prior, phi: seen }))) wide++;
    if (passed(hc.ratioSequence(before, after, { level: 0.95, prior }))) poisson++;
  }
  return { phi, allowed, runs, wide, poisson };
}

function spreadOf(years: readonly hc.Panel[]): number {
  let [square, df] = [0, 0];
  for (const [{ values }] of years) {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    if (mean > 0) square += values.reduce((sum, value) => sum + (value - mean) ** 2 / mean, 0);
    df += values.length - 1;
  }
  return Math.max(1, square / df);
}

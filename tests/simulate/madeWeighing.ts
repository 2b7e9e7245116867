import { readFileSync } from "node:fs";
import type { Effect, Hypothesis, Report } from "../../src/index.js";
import { random } from "../../src/math/random.js";

/*
 * Months made under an explanation of the shipped report by a path of its own. What is open before they begin (sizes, the
 * end, dispersions, the rate of every stretch) is drawn by Metropolis' steps from the model as src/core/hypothesis.ts and
 * `weigh` describe it; then the rate drifts and counts are drawn. Nothing of src/reports is used.
 */

const figures = new URL("../../data/figures/mali-violence-zone-month.csv", import.meta.url);
const phis = [1, 1.4, 2, 2.8, 4, 5.6, 8, 11];
const [warming, between] = [400, 15];

/** A stretch with a rate of its own: the first is the past, those after it earlier years. */
interface Stretch {
  readonly months: readonly string[];
  readonly days: readonly number[];
  readonly counts: readonly number[];
}

interface State {
  sizes: number[];
  end: string;
  /** Of each zone, the place of its dispersion and the log of the rate of each stretch. */
  readonly phi: number[];
  readonly rates: number[][];
}

/** A set has a row of six counts for each zone, in the order of the zones. */
export type MadeSet = readonly (readonly number[])[];

export interface MadeOptions {
  readonly zones: readonly string[];
  readonly drift: number;
  readonly sets: number;
  readonly seed: number;
}

/** January to June 2024 in each zone, made under an explanation given all that was seen before, so many times. */
export function madeWeighing(report: Report, story: Hypothesis, options: MadeOptions): MadeSet[] {
  const { zones, drift, sets, seed } = options;
  const uniform = random(seed);
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  const seen = zones.map((zone) => stretchesOf(zone));
  const ends = story.ends ?? ["never"];
  const own = zones.map((zone) => story.supposes.flatMap(({ zones }, e) => (zones.includes(zone) ? e : [])));
  const factor = (z: number, month: string, { sizes, end }: Pick<State, "sizes" | "end">): number =>
    Math.exp(own[z].reduce((sum, e) => sum + sizes[e] * courseOf(report, story.supposes[e], month, end), 0));
  const logOf = (z: number, b: number, state: State): number => {
    const { months, days, counts } = seen[z][b];
    const means = months.map((month, t) => days[t] * factor(z, month, state));
    const whole = means.reduce((sum, one) => sum + one, 0);
    const rate = state.rates[z][b];
    const jeffreys = (rate + Math.log(whole)) / 2;
    return counts.reduce((sum, k, t) => sum + logChance(k, Math.exp(rate) * means[t], phis[state.phi[z]]), jeffreys);
  };
  const logPrior = ({ sizes }: State): number =>
    sizes.reduce((sum, size, e) => {
      const { median, sd } = story.supposes[e].size;
      return sum - ((size - Math.log(median)) / sd) ** 2 / 2;
    }, 0);
  const state: State = {
    sizes: story.supposes.map((effect) => Math.log(effect.size.median)),
    end: ends[0],
    phi: zones.map(() => 3),
    rates: seen.map((some) => some.map(({ counts, days }) => Math.log((sumOf(counts) + 0.5) / sumOf(days)))),
  };
  let logs = seen.map((some, z) => some.map((_, b) => logOf(z, b, state)));
  let prior = logPrior(state);
  /** Moves to what `change` makes of the state, or leaves it; stretches of which `isTouched` are worked out again. */
  const step = (change: (next: State) => void, isTouched: (z: number, b: number) => boolean): void => {
    const next = { ...state, sizes: [...state.sizes], phi: [...state.phi], rates: state.rates.map((row) => [...row]) };
    change(next);
    const others = logs.map((row, z) => row.map((log, b) => (isTouched(z, b) ? logOf(z, b, next) : log)));
    const other = logPrior(next);
    const gain = other - prior + others.reduce((sum, row, z) => sum + sumOf(row) - sumOf(logs[z]), 0);
    if (Math.log(1 - uniform()) >= gain) return;
    Object.assign(state, next);
    [logs, prior] = [others, other];
  };
  const sweep = (): void => {
    seen.forEach((some, z) => {
      some.forEach(({ counts }, b) => {
        const reach = 2.2 * Math.sqrt(phis[state.phi[z]] / (sumOf(counts) + 0.5));
        step(
          (next) => {
            next.rates[z][b] += reach * normal();
          },
          (zone, block) => zone === z && block === b,
        );
      });
      const aim = state.phi[z] + (uniform() < 0.5 ? -1 : 1);
      if (aim >= 0 && aim < phis.length)
        step(
          (next) => {
            next.phi[z] = aim;
          },
          (zone) => zone === z,
        );
    });
    story.supposes.forEach((effect, e) => {
      const isFelt = (z: number): boolean => effect.zones.includes(zones[z]);
      for (const reach of [0.1, 0.5]) {
        const move = reach * effect.size.sd * normal();
        step((next) => {
          next.sizes[e] += move;
        }, isFelt);
        // The same with rates moved against it, so that totals stay: the two are bound together.
        const other = 2 * reach * effect.size.sd * normal();
        step((next) => {
          next.sizes[e] += other;
          seen.forEach((some, z) => {
            if (!isFelt(z)) return;
            some.forEach(({ months }, b) => {
              const courses = months.map((month) => courseOf(report, effect, month, next.end));
              next.rates[z][b] -= (other * sumOf(courses)) / months.length;
            });
          });
        }, isFelt);
      }
    });
    const end = ends[Math.floor(ends.length * uniform())];
    step(
      (next) => {
        next.end = end;
      },
      () => true,
    );
  };
  for (let i = 0; i < warming; i++) sweep();
  const ahead = [1, 2, 3, 4, 5, 6].map((month) => monthOf(2024, month));
  return Array.from({ length: sets }, () => {
    for (let i = 0; i < between; i++) sweep();
    return zones.map((_, z) => {
      const rate = Math.exp(state.rates[z][0] + drift * normal());
      return ahead.map((month) => drawn(rate * daysIn(month) * factor(z, month, state), phis[state.phi[z]], uniform()));
    });
  });
}

/** January to November 2023, then the five years before. */
function stretchesOf(zone: string): Stretch[] {
  const lines = readFileSync(figures, "utf8").trim().split("\n").slice(1);
  const rows = lines.map((line) => line.split(",")).filter((cells) => cells[1] === zone);
  const counts = new Map(rows.map(([month, , events]) => [month, Number(events)]));
  return [2023, 2022, 2021, 2020, 2019, 2018].map((year) => {
    const months = Array.from({ length: year === 2023 ? 11 : 12 }, (_, i) => monthOf(year, i + 1));
    return { months, days: months.map(daysIn), counts: months.map((month) => counts.get(month) ?? Number.NaN) };
  });
}

/** An effect's course in a month, should its explanation end on a day. */
function courseOf({ covariates }: Report, effect: Effect, month: string, end: string): number {
  const day = `${month}-01`;
  if (effect.since !== undefined && day < effect.since) return 0;
  if (effect.lasts !== undefined && end !== "never" && day >= end) return 0;
  const [year, place] = month.split("-").map(Number);
  let course = effect.season?.[place - 1] ?? 1;
  if (effect.covariate !== undefined) {
    const { profile, begins, heights } = covariates[effect.covariate];
    course *= profile[place - 1] * (heights[place < begins ? year - 1 : year] ?? 1);
  }
  return course;
}

/** The log of the negative binomial chance of a count, variance phi times the mean, by the gamma function. */
function logChance(k: number, mean: number, phi: number): number {
  if (phi === 1) return k * Math.log(mean) - mean - logGamma(k + 1);
  const size = mean / (phi - 1);
  return logGamma(k + size) - logGamma(size) - logGamma(k + 1) - size * Math.log(phi) + k * Math.log(1 - 1 / phi);
}

/** Stirling's series from 8 on, below by the recurrence. */
function logGamma(x: number): number {
  let [at, off] = [x, 1];
  while (at < 8) off *= at++;
  const rest = (1 / 12 - (1 / 360 - (1 / 1260 - 1 / (1680 * at * at)) / (at * at)) / (at * at)) / at;
  return (at - 0.5) * Math.log(at) - at + Math.log(2 * Math.PI) / 2 + rest - Math.log(off);
}

function drawn(mean: number, phi: number, aim: number): number {
  let [k, sum] = [0, Math.exp(logChance(0, mean, phi))];
  while (sum < aim && k < 5000) sum += Math.exp(logChance(++k, mean, phi));
  return k;
}

function monthOf(year: number, month: number): string {
  return `${year}-${String(month).padStart(2, "0")}`;
}

function daysIn(month: string): number {
  const [year, place] = month.split("-").map(Number);
  return new Date(Date.UTC(year, place, 0)).getUTCDate();
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

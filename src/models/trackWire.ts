import type { Day, Every } from "../core/day.js";
import { InputError } from "../core/errors.js";
import type { Forecast } from "../core/forecast.js";
import { decimals, numbered, percent } from "../core/print.js";
import type { FalseAlarms, TrackedPeriod, TrackedState, TrackedWire, TrackState, Tripwire } from "../core/tracked.js";
import { thresholdChance } from "../distributions/thresholdChance.js";
import { clopperPearson } from "../inference/share.js";
import { type TimesOfYear, upperRank } from "./climatologyOf.js";
import { periodsInYear } from "./periodsInYear.js";

/** What a wire is held against. */
export interface WireContext {
  readonly history: readonly TrackedPeriod[];
  readonly times: TimesOfYear;
  /** Of one model and series, the steps in order. */
  readonly forecasts: readonly Forecast[];
  readonly every: Every;
  readonly level: number;
  readonly years: number;
  readonly around: number;
}

/**
 * One wire over the past and ahead. Each state is of what was known when its period was over: its own count, and those before it.
 *
 * @throws InputError when a wire is no line, or so many years could never say where it lies
 */
export function trackWire(tripwire: Tripwire, context: WireContext): TrackedWire {
  const { history, times, forecasts, every, level } = context;
  checkWire(tripwire, context);
  const n = history.length;
  const thresholdAt = (t: number, known: number): number | null =>
    "above" in tripwire ? tripwire.above : (upperRank(times.before(t, known), tripwire.quantile) ?? null);
  const states = history.map((one, t): TrackedState => {
    const threshold = thresholdAt(t, t);
    const { period, observed } = one;
    return { period, observed, threshold, state: stateOf(one, threshold) };
  });
  const falseAlarms = alarmsOf(states.slice(0, -1), level, every);
  const ahead = forecasts.map(({ target, step, says }) => {
    const t = n - 1 + step;
    const threshold = thresholdAt(t, n);
    const usual = times.before(t, n);
    return {
      target,
      threshold,
      chance: threshold === null ? null : thresholdChance(says, { above: threshold }),
      usual: threshold === null || usual.length === 0 ? null : shareAbove(usual, threshold),
    };
  });
  const name =
    "above" in tripwire
      ? `above ${tripwire.above}`
      : `above ${percent(tripwire.quantile)} of the same time of earlier years`;
  const runs = runsOf(states);
  const any = anyOf(
    forecasts,
    ahead.map(({ threshold }) => threshold),
  );
  const parts = [
    nowText(name, runs[runs.length - 1]),
    alarmsText(falseAlarms, every),
    aheadText(any, forecasts, every),
  ];
  return { tripwire, name, falseAlarms, states, runs, ahead, any, reading: parts.join("; ") };
}

function checkWire(tripwire: Tripwire, { years, around }: WireContext): void {
  if ("above" in tripwire && tripwire.above >= 0 && tripwire.above < Infinity) return;
  if ("quantile" in tripwire && tripwire.quantile > 0 && tripwire.quantile < 1) {
    const { quantile } = tripwire;
    const each = 2 * around + 1;
    const needed = Math.ceil(quantile / (1 - quantile) - 1e-9);
    if (years * each >= needed) return;
    throw new InputError(
      `track: a tripwire at ${percent(quantile)} needs ${needed} counts of the same time of year, got at most ${years * each} in ${numbered(years, "year")}; ${numbered(Math.ceil(needed / each), "year")} would do`,
    );
  }
  throw new InputError(
    `track: a tripwire needs above, a count from 0, or quantile, a share between 0 and 1, got ${JSON.stringify(tripwire)}`,
  );
}

function stateOf({ observed, band }: TrackedPeriod, threshold: number | null): TrackState {
  if (threshold === null) return "too early";
  if (observed > threshold) return "tripped";
  return band !== undefined && observed > band[1] ? "watch" : "quiet";
}

function alarmsOf(past: readonly TrackedState[], level: number, every: Every): FalseAlarms {
  const judged = past.filter(({ state }) => state !== "too early");
  const tripped = judged.filter(({ state }) => state === "tripped").length;
  const n = judged.length;
  if (n === 0) return { tripped, n, rate: null, interval: null, perYear: null, yearInterval: null };
  const [low, high] = clopperPearson(tripped, n, level);
  const year = periodsInYear[every];
  return {
    ...{ tripped, n, rate: tripped / n, interval: [low, high] },
    ...{ perYear: (year * tripped) / n, yearInterval: [year * low, year * high] },
  };
}

function runsOf(states: readonly TrackedState[]): TrackedWire["runs"] {
  const runs: { state: TrackState; since: Day; periods: number }[] = [];
  for (const { state, period } of states) {
    const last = runs[runs.length - 1];
    if (last?.state === state) last.periods++;
    else runs.push({ state, since: period, periods: 1 });
  }
  return runs;
}

function shareAbove(counts: readonly number[], threshold: number): number {
  return counts.filter((one) => one > threshold).length / counts.length;
}

/** Draws of one place are one path; of other forecasts, mixtures of draws among them, only bounds are known. */
function anyOf(
  forecasts: readonly Forecast[],
  thresholds: readonly (number | null)[],
): readonly [number, number] | null {
  const lines = thresholds.flatMap((one) => (one === null ? [] : [one]));
  if (lines.length < forecasts.length || forecasts.length === 0) return null;
  const paths = forecasts.map(({ says }) => (says.family === "draws" ? says.values : []));
  const [{ length }] = paths;
  if (length > 0 && paths.every((one) => one.length === length)) {
    let crossed = 0;
    for (let i = 0; i < length; i++) if (paths.some((path, step) => path[i] > lines[step])) crossed++;
    return [crossed / length, crossed / length];
  }
  const chances = forecasts.map(({ says }, step) => thresholdChance(says, { above: lines[step] }));
  return [
    Math.max(...chances),
    Math.min(
      1,
      chances.reduce((sum, one) => sum + one, 0),
    ),
  ];
}

function nowText(name: string, { state, since, periods }: TrackedWire["runs"][number]): string {
  if (state === "too early") return `${name}: too early to say, as there are too few earlier years`;
  return `${name}: ${state} since ${since} (${numbered(periods, "period")})`;
}

function alarmsText({ tripped, n, rate, perYear, yearInterval }: FalseAlarms, every: Every): string {
  if (rate === null || perYear === null || yearInterval === null) return "its false alarms are not known yet";
  const [low, high] = yearInterval.map((one) => decimals(one, 1));
  const year = every === "year" ? "" : `, ${decimals(perYear, 1)} a year [${low}, ${high}]`;
  return `it tripped in ${tripped} of n = ${n} earlier periods (${percent(rate)}${year}), at most so many of them falsely`;
}

function aheadText(any: TrackedWire["any"], forecasts: readonly Forecast[], every: Every): string {
  const span = `in the next ${numbered(forecasts.length, every)}`;
  if (any === null) return `whether it trips ${span} cannot be said`;
  const [low, high] = any.map((one) => percent(one));
  return `chance that it trips ${span}: ${low === high ? low : `${low} to ${high}`}`;
}

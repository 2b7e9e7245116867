import { type Day, type Every, nextPeriod } from "../core/day.js";
import type { Term } from "../core/term.js";
import { designOf } from "../inference/designOf.js";

/**
 * What becomes of a straight line in the logs of the rates: "none" has no line, "linear" carries it on as it is, "damped"
 * lets each step ahead add `damping` of what the step before added, so that it levels off.
 */
export type Trend = "none" | "linear" | "damped";

/** What each step of a damped trend keeps of the one before: in all no more than 5.7 further steps are taken. */
export const damping = 0.85;

/** Which columns a design has. */
export interface Season {
  readonly harmonics: number;
  readonly trend: Trend;
}

/** Columns of a season and a trend over the last `n` of the periods seen, and over `ahead` more. */
export interface SeasonColumns {
  readonly names: readonly string[];
  readonly past: readonly Float64Array[];
  ahead(steps: number): readonly Float64Array[];
}

/**
 * Waves of the year at the middles of periods, and years since the first period of the fit where there is a trend; no
 * intercept.
 *
 * @throws InputError when periods are too long for so many waves
 */
export function seasonColumns(
  { start, every, length }: { readonly start: Day; readonly every: Every; readonly length: number },
  n: number,
  { harmonics, trend }: Season,
  name: string,
): SeasonColumns {
  const terms: Term[] = [
    ...(harmonics > 0 ? [{ harmonics }] : []),
    ...(trend === "none" ? [] : [{ trend: true as const }]),
  ];
  const periods = periodsFrom(start, every, length).slice(-n);
  const grid = { terms, every, start: periods[0], keys: [] };
  const columnsOf = (days: readonly Day[]) => designOf(days.map(cellOf), grid, name).slice(1);
  const past = columnsOf(periods);
  return {
    names: past.map((column) => column.name),
    past: past.map(({ values }) => values),
    ahead: (steps) => {
      const next = nextPeriod(periods[periods.length - 1], every);
      const columns = columnsOf(periodsFrom(next, every, steps)).map(({ values }) => values);
      if (trend === "damped") damp(columns[columns.length - 1], past[past.length - 1].values);
      return columns;
    },
  };
}

function periodsFrom(start: Day, every: Every, n: number): Day[] {
  const days: Day[] = [];
  for (let day = start; days.length < n; day = nextPeriod(day, every)) days.push(day);
  return days;
}

function cellOf(period: Day) {
  return { key: {}, period };
}

function damp(ahead: Float64Array, past: Float64Array): void {
  let before = past[past.length - 1];
  let now = before;
  let share = 1;
  for (let h = 0; h < ahead.length; h++) {
    share *= damping;
    now += share * (ahead[h] - before);
    before = ahead[h];
    ahead[h] = now;
  }
}

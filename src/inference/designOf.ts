import { addDays, type Day, dayNumber, daysIn, type Every, nextPeriod, periodOf } from "../core/day.js";
import { InputError } from "../core/errors.js";
import type { Key } from "../core/panel.js";
import type { Term } from "../core/term.js";

/** One column of a regression, a number for each cell. */
export interface Column {
  readonly name: string;
  readonly values: Float64Array;
}

/** One period of one series. */
export interface Cell {
  readonly key: Key;
  readonly period: Day;
}

/** What turns terms into columns, the same for the periods of a fit and for those after it. */
export interface Grid {
  readonly terms: readonly Term[];
  readonly every: Every;
  /** The first period of the fit: trends begin here. */
  readonly start: Day;
  /** The first period that the users' own columns tell of; the first of the fit unless said. */
  readonly told?: Day;
  /** Where the levels of keys come from. */
  readonly keys: readonly Key[];
}

/**
 * The columns that terms stand for, the intercept first. A step counts by the share of the period's days it holds, seasons
 * and slopes by the period's middle.
 *
 * @throws InputError when a term cannot be
 */
export function designOf(cells: readonly Cell[], grid: Grid, verb: string): Column[] {
  const intercept = { name: "intercept", values: new Float64Array(cells.length).fill(1) };
  const times = new Map<Day, Time>();
  const timed = cells.map((cell): Timed => {
    const time = times.get(cell.period) ?? timeOf(cell.period, grid.every);
    times.set(cell.period, time);
    return { ...cell, ...time };
  });
  return [intercept, ...grid.terms.flatMap((term) => columnsOf(term, timed, grid, verb))];
}

/** The levels of a key in sorted order; the first is the one that the others are compared with. */
export function levelsOf(keys: readonly Key[], name: string): string[] {
  return [...new Set(keys.map((key) => key[name]))].sort();
}

/** A term as its columns are named. */
export function termName(term: Term): string {
  if ("trend" in term) return "trend";
  if ("harmonics" in term) return `harmonics ${term.harmonics}`;
  if ("step" in term) return term.until === undefined ? `step ${term.step}` : `step ${term.step} to ${term.until}`;
  if ("ramp" in term) return `ramp ${term.ramp}`;
  if ("pulse" in term) return `pulse ${term.pulse.since} to ${term.pulse.until}`;
  if ("by" in term) return term.by;
  if ("column" in term) return term.column;
  return term.interaction.map(termName).join(" x ");
}

/** A term with the values of the users' own columns replaced. */
export function withColumns(
  term: Term,
  valuesOf: (name: string, values: readonly number[]) => readonly number[],
): Term {
  if ("column" in term) return { ...term, values: valuesOf(term.column, term.values) };
  if (!("interaction" in term)) return term;
  const [one, other] = term.interaction;
  return { interaction: [withColumns(one, valuesOf), withColumns(other, valuesOf)] };
}

/** Where a period lies, in days since 1970, and the share of its year that is over in its middle. */
interface Time {
  readonly first: number;
  readonly next: number;
  readonly middle: number;
  readonly ofYear: number;
}

type Timed = Cell & Time;

function timeOf(period: Day, every: Every): Time {
  const first = dayNumber(period);
  const next = dayNumber(nextPeriod(period, every));
  const middle = (first + next) / 2;
  const newYear = periodOf(addDays(period, Math.floor(middle - first)), "year");
  const ofYear = (middle - dayNumber(newYear)) / daysIn({ since: newYear, until: nextPeriod(newYear, "year") });
  return { first, next, middle, ofYear };
}

function columnsOf(term: Term, cells: readonly Timed[], grid: Grid, verb: string): Column[] {
  const name = termName(term);
  const { every, start, keys } = grid;
  const column = (of: (cell: Timed) => number): Column[] => [{ name, values: Float64Array.from(cells, of) }];
  const inside = (since: Day, until: Day): Column[] => {
    const [from, to] = [dayNumber(since), dayNumber(until)];
    if (from >= to) throw new InputError(`${verb}: needs an end after its start, got ${name}`);
    return column(({ first, next }) => Math.max(0, Math.min(next, to) - Math.max(first, from)) / (next - first));
  };
  if ("trend" in term) {
    const from = dayNumber(start);
    return column(({ middle }) => (middle - from) / yearDays);
  }
  if ("harmonics" in term) return wavesOf(term.harmonics, cells, every, verb);
  if ("step" in term) return inside(term.step, term.until ?? lastDay);
  if ("ramp" in term) {
    const from = dayNumber(term.ramp);
    return column(({ middle }) => Math.max(0, middle - from) / yearDays);
  }
  if ("pulse" in term) return inside(term.pulse.since, term.pulse.until);
  if ("by" in term) {
    if (keys.some((key) => !Object.hasOwn(key, term.by)))
      throw new InputError(`${verb}: by needs a key of every series, got ${JSON.stringify(term.by)}`);
    const [reference, ...others] = levelsOf(keys, term.by);
    if (others.length === 0)
      throw new InputError(`${verb}: by needs two levels or more, got ${term.by}=${reference} only`);
    return others.map((level) => ({
      name: `${term.by}=${level}`,
      values: Float64Array.from(cells, ({ key }) => (key[term.by] === level ? 1 : 0)),
    }));
  }
  if ("interaction" in term) {
    const [first, second] = term.interaction.map((one) => columnsOf(one, cells, grid, verb));
    return first.flatMap((one) =>
      second.map((other) => ({
        name: `${one.name} x ${other.name}`,
        values: one.values.map((value, i) => value * other.values[i]),
      })),
    );
  }
  const places = new Map<Day, number>();
  const told = grid.told ?? start;
  const last = cells.reduce((latest, { period }) => (period > latest ? period : latest), told);
  for (let period = told; period <= last; period = nextPeriod(period, every)) places.set(period, places.size);
  if (term.values.length !== places.size || !term.values.every(Number.isFinite))
    throw new InputError(
      `${verb}: column ${name} needs ${places.size} finite numbers, one a period, got ${term.values.length}`,
    );
  return column(({ period }) => term.values[places.get(period) ?? 0]);
}

const yearDays = 365.25;
const lastDay = "9999-12-31";

function wavesOf(waves: number, cells: readonly Timed[], every: Every, verb: string): Column[] {
  const most = { day: 182, week: 25, month: 5, quarter: 1, year: 0 }[every];
  if (!Number.isInteger(waves) || waves < 1 || waves > most)
    throw new InputError(
      most === 0
        ? `${verb}: harmonics need periods shorter than a year, got years`
        : `${verb}: harmonics of ${every}s need a whole number from 1 to ${most}, got ${waves}`,
    );
  return Array.from({ length: waves }, (_, i) => i + 1).flatMap((wave) => [
    { name: `sine ${wave}`, values: Float64Array.from(cells, ({ ofYear }) => Math.sin(2 * Math.PI * wave * ofYear)) },
    { name: `cosine ${wave}`, values: Float64Array.from(cells, ({ ofYear }) => Math.cos(2 * Math.PI * wave * ofYear)) },
  ]);
}

import { addDays, type Day, type Every, isDay, nextPeriod, periodOf } from "../core/day.js";
import { DataError } from "../core/errors.js";
import type { Threshold } from "../core/forecast.js";
import { type HubRow, hubColumns, hubDates } from "../core/hubRow.js";
import type { Key } from "../core/panel.js";
import { periodsFrom, shiftPeriod } from "../core/shiftPeriod.js";

/** How rows are read, and what an error calls them. */
export interface HubReading {
  readonly verb: string;
  readonly every: Every;
  /** The name that our measure goes by; any other target stays in the key. */
  readonly measure: string;
  readonly lag: number;
  /** Whether a day inside a period stands for it; else it has to be its first or its last. */
  readonly inside: boolean;
  /** Added to errors, such as a file's name. */
  readonly file?: string;
}

/** What a row's columns name. */
export interface HubTask {
  readonly key: Key;
  readonly asks?: Threshold;
  readonly origin: Day;
  readonly target: Day;
  readonly step: number;
}

/** A cell without what stands for nothing: `null`, an empty text, NA. */
export function cellOf(row: HubRow, column: string): string | undefined {
  const cell = row[column];
  if (cell === null || cell === undefined) return undefined;
  const text = String(cell);
  return text === "" || text === "NA" ? undefined : text;
}

/** A fault of a row, counted from 1. */
export function rowFault({ verb, file }: Pick<HubReading, "verb" | "file">, row: number, what: string): DataError {
  return new DataError(`${verb}: row ${row}: ${what}${file === undefined ? "" : ` (${file})`}`);
}

/** A decimal number, with or without an exponent, and nothing about it; NaN of anything else, such as 0x10 or a padded 5. */
export function decimalOf(text: string): number {
  const value = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(text) ? Number(text) : Number.NaN;
  return Number.isFinite(value) ? value : Number.NaN;
}

/** A cell as a number. */
export function numberOf(row: HubRow, column: string, at: number, reading: HubReading): number {
  const text = cellOf(row, column);
  const value = text === undefined ? Number.NaN : decimalOf(text);
  if (Number.isFinite(value)) return value;
  throw rowFault(reading, at, `${column} is ${text === undefined ? "NA" : JSON.stringify(text)}, not a decimal number`);
}

/** Every column that is a task id, and the target where it is not our measure's name. */
export function keyOf(row: HubRow, measure: string): { key: Key; asks?: Threshold } {
  const key: Record<string, string> = {};
  const { name, asks } = targetOf(cellOf(row, "target") ?? measure);
  if (name !== measure) key["target"] = name;
  for (const column of Object.keys(row)) {
    const text = hubColumns.includes(column) ? undefined : cellOf(row, column);
    if (text !== undefined) key[column] = text;
  }
  return { key, ...(asks && { asks }) };
}

/** What a row is about: whose key, from which period, of which. */
export function taskIn(row: HubRow, at: number, reading: HubReading): HubTask {
  const { every, lag } = reading;
  const referenceColumn = hubDates.reference.find((one) => cellOf(row, one) !== undefined);
  const targetColumn = hubDates.target.find((one) => cellOf(row, one) !== undefined);
  if (referenceColumn === undefined)
    throw rowFault(reading, at, `has no date from which it looks ahead (${hubDates.reference.join(", ")})`);
  const reference = periodNamed(row, referenceColumn, at, reading);
  const horizon = cellOf(row, "horizon") === undefined ? undefined : numberOf(row, "horizon", at, reading);
  if (horizon === undefined && targetColumn === undefined)
    throw rowFault(reading, at, "has neither a horizon nor a date that is meant");
  if (horizon !== undefined && !Number.isInteger(horizon))
    throw rowFault(reading, at, `horizon is ${horizon}, not a whole number`);
  const named = targetColumn === undefined ? undefined : periodNamed(row, targetColumn, at, reading);
  const target = named ?? shiftPeriod(reference, every, horizon ?? 0);
  const ahead = horizon ?? periodsFrom(reference, target, every);
  if (shiftPeriod(reference, every, ahead) !== target)
    throw rowFault(reading, at, `horizon ${ahead} from ${reference} is not the ${every} of ${target}`);
  const step = ahead + lag;
  if (step < 1)
    throw rowFault(
      reading,
      at,
      `horizon ${ahead} lies in what had been seen; lag says by how many ${every}s what was seen ends before the reference`,
    );
  return { ...keyOf(row, reading.measure), origin: shiftPeriod(reference, every, -lag), target, step };
}

/** The period that a day names. */
export function periodNamed(row: HubRow, column: string, at: number, reading: HubReading): Day {
  const { every, inside } = reading;
  const day = (cellOf(row, column) ?? "").slice(0, 10);
  if (!isDay(day)) throw rowFault(reading, at, `${column} is ${JSON.stringify(row[column] ?? null)}, not a day`);
  const period = periodOf(day, every);
  if (!inside && day !== period && addDays(day, 1) !== nextPeriod(period, every))
    throw rowFault(
      reading,
      at,
      `${column} ${day} is neither the first nor the last day of a ${every}; inside takes it`,
    );
  return period;
}

/** A target's name and the threshold at its end: "events at least 20". */
function targetOf(text: string): { name: string; asks?: Threshold } {
  const [, name, bound, number] =
    /^(.+) (above|at least|below|at most) (-?\d+(?:\.\d+)?(?:e[+-]\d+)?)$/.exec(text) ?? [];
  if (name === undefined) return { name: text };
  const value = Number(number);
  if (bound === "above") return { name, asks: { above: value } };
  if (bound === "at least") return { name, asks: { atLeast: value } };
  return { name, asks: bound === "below" ? { below: value } : { atMost: value } };
}

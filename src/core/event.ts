import type { Day, Every } from "./day.js";

/** One row of evidence, whatever its publisher. */
export interface ConflictEvent {
  readonly id: string;
  readonly source: string;
  readonly day: Day;
  /** The last day it may have happened on, inclusive, where the publisher gives a stretch. */
  readonly until?: Day;
  /** How exactly the day is known: an event known to the month refuses a weekly count. */
  readonly precision: Every;
  readonly kind: string;
  readonly subkind?: string;
  /** Who acted; empty where the publisher does not say. */
  readonly side1: readonly string[];
  readonly side2: readonly string[];
  readonly civilians: boolean;
  readonly deaths: number;
  readonly deathsLow?: number;
  readonly deathsHigh?: number;
  readonly country: string;
  readonly admin1?: string;
  readonly admin2?: string;
  readonly place?: string;
  /** The codebook's name for where it happened; absent where the codebook does not know the place. */
  readonly zone?: string;
  readonly lat?: number;
  readonly lon?: number;
  readonly placePrecision?: number;
  /** 1 for an event; n where the publisher gives only a total for a place and period. */
  readonly events: number;
  /** When the publisher last changed the row: what makes "as of" possible. */
  readonly known: Day;
  /** The same to the second, counted from 1970-01-01 UTC, where the publisher says it: which of two versions is the newer. */
  readonly stamp?: number;
  readonly notes?: string;
}

/** Why a raw row was not kept. `row` counts records from 1, without the header; `line` is the file's line it begins on. */
export interface Refusal {
  readonly row: number;
  /** 0 where the file has no lines, as JSON and workbooks have none. */
  readonly line: number;
  readonly column: string;
  readonly value: string;
  readonly reason: string;
  /** The record as it stands in the file. */
  readonly raw: string;
}

/** A row that was kept by a named rule for a known defect of its publisher. */
export interface Repair {
  readonly row: number;
  readonly line: number;
  readonly rule: string;
  /** The cells that were read by the rule, with their columns. */
  readonly cells: Readonly<Record<string, string>>;
  readonly raw: string;
}

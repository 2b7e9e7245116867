import type { Day } from "./day.js";
import type { Key, Measure } from "./panel.js";
import type { Where } from "./where.js";

/** Something to be counted, by its name: an indicator's criteria and measure. */
export interface Counted {
  readonly name: string;
  readonly where: Where;
  readonly measure: Measure;
}

/** How much a count differs between two vintages, over the periods that both speak for. */
export interface Move {
  readonly indicator: string;
  readonly key: Key;
  /** Periods compared, and in how many of them the count differs. */
  readonly periods: number;
  readonly moved: number;
  /** Totals over these periods; of a share, the share of all. */
  readonly before: number;
  readonly after: number;
  readonly change: number;
  /** The period that moved most; absent where none did. */
  readonly largest?: { readonly period: Day; readonly before: number; readonly after: number };
}

/** What became of each row between two vintages of a dataset. */
export interface Diff {
  readonly older: { readonly name: string; readonly asOf: Day; readonly hash: string; readonly rows: number };
  readonly newer: { readonly name: string; readonly asOf: Day; readonly hash: string; readonly rows: number };
  /** In the newer alone; in both with other content; in the older alone; in both with the same content. */
  readonly added: number;
  readonly revised: number;
  readonly removed: number;
  readonly unchanged: number;
  /** How many rows changed in each field; one row may change in several. */
  readonly fields: readonly { readonly field: string; readonly n: number }[];
  /** Added and removed rows by the month of the event. */
  readonly months: readonly {
    readonly month: Day;
    readonly added: number;
    readonly revised: number;
    readonly removed: number;
  }[];
  readonly moves: readonly Move[];
}

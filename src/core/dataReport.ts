import type { Day, Span } from "./day.js";

/** A name in the data and how many of the rows kept bear it. */
export interface Named {
  readonly name: string;
  readonly n: number;
}

/** What one column of a file holds. */
export interface ColumnReport {
  readonly name: string;
  /** The fields of the event read from it; none where the source does not use it. */
  readonly fields: readonly string[];
  /** Cells that are not empty. */
  readonly filled: number;
  /** Different texts, roughly. */
  readonly distinct: number;
  /** The least and the greatest: as numbers where all are, else in the order of characters; absent where all are empty. */
  readonly least?: string;
  readonly most?: string;
}

/** What a file of events holds and what became of each of its rows, before it is used for anything. */
export interface DataReport {
  readonly file: { readonly name: string; readonly bytes: number; readonly sha256: string };
  readonly source: string;
  readonly asOf: Day;
  readonly codebook: string;
  readonly delimiter: string;
  /** kept + refused = read. Repaired rows and older forms are among the kept. */
  readonly rows: {
    readonly read: number;
    readonly kept: number;
    readonly refused: number;
    readonly repaired: number;
    readonly revisions: number;
  };
  /** Why rows were refused, the commonest reason first, each with its first row. */
  readonly reasons: readonly {
    readonly column: string;
    readonly reason: string;
    readonly n: number;
    readonly row: number;
    readonly value: string;
  }[];
  readonly repairs: readonly { readonly rule: string; readonly n: number; readonly row: number }[];
  readonly notes: readonly string[];
  readonly columns: readonly ColumnReport[];
  /** The stretch the file speaks for, and the days seen in it. */
  readonly covers: Span;
  readonly days: { readonly first: Day; readonly last: Day };
  /** Months within the days seen that hold no row. */
  readonly emptyMonths: readonly Day[];
  readonly precision: readonly Named[];
  /** Events of each kind, and deaths in all; of an event with several forms the newest counts. */
  readonly kinds: readonly Named[];
  readonly deaths: { readonly total: number; readonly most: number };
  readonly zones: readonly Named[];
  /** Places that no zone of the codebook holds, as `country / admin1 / admin2`, the commonest first. */
  readonly unknownPlaces: readonly Named[];
  readonly groups: readonly Named[];
  /** Actors in no group of the codebook, the commonest first. */
  readonly unknownActors: readonly Named[];
}

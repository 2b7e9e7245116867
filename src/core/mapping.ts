import type { Day, Every, Span } from "./day.js";

/** One column, or several. */
export interface MappedColumns {
  readonly column?: string;
  readonly columns?: readonly string[];
}

/** A date in one column, by its pattern, or as a year, a month and a day in columns of their own. */
export interface MappedDay extends MappedColumns {
  /** Such as `DD/MM/YYYY`, by default `YYYY-MM-DD`; of several, exactly one reading must come out. */
  readonly format?: string | readonly string[];
  /** What is added to a two-digit year: 1900 or 2000. */
  readonly century?: number;
  /** The names of the twelve months, where they are not English. */
  readonly months?: readonly string[];
  /** A month or a day that is 0 or empty: refused (the rule), or the event is known to the year or month only. */
  readonly unknown?: "refuse" | "coarser";
  /** An empty cell: refused (the rule), or nothing said; not for `day`. */
  readonly empty?: "refuse" | "absent";
}

/** A text in a column, as it stands or by what the mapping says it means; or the same text for every row. */
export interface MappedText {
  readonly column?: string;
  readonly values?: Readonly<Record<string, string>>;
  /** A text that `values` does not list: refused (the rule), or kept as it stands. */
  readonly others?: "refuse" | "keep";
  readonly always?: string;
}

/** Actors, of one column or several, each text cut at `split`. */
export interface MappedSides extends MappedColumns {
  readonly split?: string;
  readonly values?: Readonly<Record<string, string>>;
  readonly others?: "refuse" | "keep";
  readonly always?: readonly string[];
}

/** A whole number; of several columns, their sum. */
export interface MappedNumber extends MappedColumns {
  /** An empty cell: refused (the rule), 0, or nothing said (not for `deaths` and `events`). */
  readonly empty?: "refuse" | "absent" | 0;
  /** Texts that count as empty, such as `N/A`. */
  readonly blank?: readonly string[];
}

/** Degrees in a column. */
export interface MappedDegrees {
  readonly column: string;
  readonly empty?: "refuse" | "absent";
}

/** How the columns of any table fill the fields of an event. A name on its own is short for `{ "column": name }`. */
export interface Mapping {
  /** What the events say their source is. */
  readonly name: string;
  readonly note?: string;
  /** The country of every row. */
  readonly country?: string;
  /** The sign before the decimals of coordinates, by default a point. */
  readonly decimal?: "." | ",";
  /** The days the file speaks for, end not included; by default from the first event to the last. */
  readonly covers?: Span;
  readonly columns: {
    /** Several columns are joined by "/". */
    readonly id: string | MappedColumns;
    readonly day: string | MappedDay;
    readonly until?: string | MappedDay;
    readonly known?: string | (MappedDay & { readonly always?: Day });
    readonly precision?: {
      readonly column?: string;
      readonly values?: Readonly<Record<string, Every>>;
      readonly always?: Every;
    };
    readonly kind: string | MappedText;
    readonly subkind?: string | MappedText;
    readonly side1?: string | MappedSides;
    readonly side2?: string | MappedSides;
    readonly civilians?: {
      readonly column?: string;
      readonly values?: Readonly<Record<string, boolean>>;
      readonly others?: "refuse" | boolean;
      readonly always?: boolean;
    };
    readonly deaths?: string | MappedNumber;
    readonly deathsLow?: string | MappedNumber;
    readonly deathsHigh?: string | MappedNumber;
    readonly events?: string | MappedNumber;
    readonly country?: string | MappedText;
    readonly admin1?: string | MappedText;
    readonly admin2?: string | MappedText;
    readonly place?: string | { readonly column: string };
    readonly notes?: string | { readonly column: string };
    readonly lat?: string | MappedDegrees;
    readonly lon?: string | MappedDegrees;
    /** Both coordinates in one column. */
    readonly position?: MappedDegrees & { readonly separator: string; readonly first: "lat" | "lon" };
    readonly placePrecision?: string | MappedNumber;
  };
}

import type { Codebook } from "./codebook.js";
import type { Day, Span } from "./day.js";
import type { ConflictEvent } from "./event.js";

/** What a source is told about the file beside the cells themselves. */
export interface SourceContext {
  readonly asOf: Day;
  readonly codebook: Codebook;
}

/** Why a source will not have a row: the column at fault, what stood there, what is wrong. */
export interface Fault {
  readonly column: string;
  readonly value: string;
  readonly reason: string;
}

/** What some cells say of an event; `repair` is the rule, in words, by which a known defect of the publisher was read. */
export interface Reading {
  readonly event: Partial<ConflictEvent>;
  readonly repair?: string;
}

/** Some fields of an event, read from the cells of a few columns and from nothing else. Country and regions are one part's. */
export interface Part {
  readonly from: readonly string[];
  readonly fields: readonly (keyof ConflictEvent)[];
  /** Asked once for each different combination of cells in the file. */
  read(cells: readonly string[], context: SourceContext): Reading | Fault;
  /**
   * For a part that cannot read a cell before it has seen the others (is 03/04/2019 in March or April?): how this file is
   * read, decided from all its different combinations. `note` says to people what was decided and from what.
   *
   * @throws DataError when the file does not decide it, with what would
   */
  settled?(all: readonly (readonly string[])[]): { readonly part: Part; readonly note?: string };
}

/** A field that is a column's text as it stands; where the text is needed and empty, the row is refused. */
export interface Copy {
  readonly copy: string;
  readonly field: "id" | "place" | "notes";
  readonly needed?: boolean;
}

/**
 * A publisher's format. `needs` are the columns without which the file is of another kind; `parts` are how a file with these
 * columns is read, and so which fields of an event it fills: a criterion on any other is refused rather than answered
 * with a zero. `covers` is the stretch the file speaks for, found from the first and the last day seen in it (here
 * alone, `until` is a day within). Columns are named as `columnName` gives them.
 */
export interface Source {
  readonly name: string;
  readonly needs: readonly string[];
  parts(columns: readonly string[]): readonly (Part | Copy)[];
  covers(seen: Span): Span;
}

/**
 * A column's name as sources know it: without case, accents and spare signs.
 *
 * @example
 * columnName(" EVENT_ID_CNTY") // "event_id_cnty"
 */
export function columnName(text: string): string {
  const plain = text.normalize("NFD").replace(/\p{M}/gu, "").trim().toLowerCase();
  return plain.startsWith("#") ? plain : plain.replace(/[^\p{L}\p{N}]+/gu, "_").replace(/^_+|_+$/g, "");
}

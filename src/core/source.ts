import type { Codebook } from "./codebook.js";
import type { Day, Span } from "./day.js";
import type { ConflictEvent } from "./event.js";

/** What a source is told about the file beside the row itself. */
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

/**
 * A publisher's format: turns one raw row into one event, or says why it will not.
 * `needs` are the columns without which the file is of another kind; `says` are the event's fields this header can fill,
 * so that a criterion on anything else is refused rather than answered with a zero; `covers` is the stretch the
 * file speaks for, found from the first and the last day seen in it (here alone, `until` is a day within).
 */
export interface Source {
  readonly name: string;
  readonly needs: readonly string[];
  says(columns: readonly string[]): readonly (keyof ConflictEvent)[];
  covers(seen: Span): Span;
  event(row: Readonly<Record<string, string>>, context: SourceContext): ConflictEvent | Fault;
}

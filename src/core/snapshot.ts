import type { Codebook } from "./codebook.js";
import type { Day, Span } from "./day.js";
import type { Where } from "./where.js";

/** A handle on stored evidence, not the rows: which dataset, as of when, and which of its rows are meant. */
export interface Snapshot {
  readonly name: string;
  readonly source: string;
  /** The day the evidence is of: what was known then. */
  readonly asOf: Day;
  /** The days the evidence speaks for: outside it nothing is known, which is not a zero. */
  readonly covers: Span;
  /** SHA-256 over the text of the file, how each of its cells was read, the as-of day, the codebook, and what it updates. */
  readonly hash: string;
  readonly codebook: string;
  /** All must hold. */
  readonly where: readonly Where[];
  /**
   * There where the snapshot is newer than the day asked for: only what its rows say was known by that day is meant. Rows
   * changed since are then missing in their older form unless it was recorded.
   */
  readonly knownBy?: Day;
  readonly store: string;
}

/** What stands beside the rows in a store: where they came from, and what became of every row read. */
export interface Manifest {
  readonly name: string;
  readonly source: string;
  readonly asOf: Day;
  readonly covers: Span;
  readonly hash: string;
  readonly file: { readonly name: string; readonly bytes: number; readonly sha256: string };
  /** kept + refused = read, always. */
  readonly read: number;
  readonly kept: number;
  readonly refused: number;
  /** Of the rows kept, those read by a named rule for a known defect; they stand in `repairs.csv`. */
  readonly repaired: number;
  /** Of the rows kept, those that are older forms of another. */
  readonly revisions: number;
  /** Rows carried over from the snapshot that this one updates, of which so many are now deleted. */
  readonly carried: number;
  readonly deleted: number;
  readonly events: number;
  /** What was decided about the file while it was read, in words. */
  readonly notes: readonly string[];
  /** The event's fields that this publisher fills; a criterion on any other is refused. */
  readonly says: readonly string[];
  /** Rows in each zone of the codebook, zones without a row in the file left out. */
  readonly zones: Readonly<Record<string, number>>;
  /** The names that each group of actors stands for, as they are spelt in the file. */
  readonly spellings: Readonly<Record<string, readonly string[]>>;
  readonly codebook: Codebook;
  readonly parquet: Sealed;
  readonly rejects: Sealed;
  readonly repairs: Sealed;
}

/** What a stored file weighs, and the SHA-256 by which a change to it is seen. */
export interface Sealed {
  readonly bytes: number;
  readonly sha256: string;
}

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
  /** SHA-256 over the rows kept and refused, the source and what it says, the as-of day and the codebook. */
  readonly hash: string;
  readonly codebook: string;
  /** All must hold. */
  readonly where: readonly Where[];
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
  readonly events: number;
  /** The event's fields that this publisher fills; a criterion on any other is refused. */
  readonly says: readonly string[];
  /** Rows in each zone of the codebook, zones without a row in the file left out. */
  readonly zones: Readonly<Record<string, number>>;
  readonly codebook: Codebook;
  readonly parquet: { readonly bytes: number; readonly sha256: string };
}

import type { Interval } from "./finding.js";
import type { Data } from "./verdict.js";

/** What readings of a claim differ in. */
export type Dimension = "source" | "zone" | "measure" | "before" | "after" | "threshold" | "dispersion";

/** Whether the whole interval lies beyond the threshold as claimed, on its other side, or on both. */
export type ReadingVerdict = "holds" | "fails" | "uncertain" | "cannot be compared";

/** How many readings came to each verdict. */
export type Tally = Readonly<Record<ReadingVerdict, number>>;

/** Every defensible reading of one claim about a change, and which of the choices its verdict hangs on. */
export interface Multiverse {
  readonly id: string;
  readonly claim: string;
  readonly asks: string;
  readonly direction: "rise" | "fall";
  readonly level: number;
  readonly seed: number;
  readonly data: readonly Data[];
  /** Why what was counted is not what the claim is about, by data set. */
  readonly proxies: readonly string[];
  readonly dimensions: readonly MultiverseDimension[];
  readonly readings: readonly MultiverseReading[];
  readonly tally: Tally;
  /** The reading made of the first choice in every dimension. */
  readonly preferred: MultiverseReading;
  /** The ratios of the readings that differ in more than threshold and dispersion; absent where there is none. */
  readonly ratios?: { readonly n: number; readonly median: number; readonly least: number; readonly most: number };
  /** Which choice changes the verdict most often, first. */
  readonly flips: readonly Flip[];
  readonly sentences: readonly string[];
  readonly assumes: readonly string[];
}

/** The choices of one dimension, as they were listed, with what the readings of each came to. */
export interface MultiverseDimension {
  readonly name: Dimension;
  readonly choices: readonly { readonly name: string; readonly label: string; readonly tally: Tally }[];
}

/** One reading: a choice in each dimension and what it came to. */
export interface MultiverseReading {
  readonly choices: Readonly<Record<Dimension, string>>;
  readonly verdict: ReadingVerdict;
  /** Events (or deaths) on both sides; 0 where nothing could be counted. */
  readonly n: number;
  readonly counts?: readonly [number, number];
  /** The rate after over the rate before. */
  readonly ratio?: number;
  readonly interval?: Interval;
  /** About how often it would hold if the rate were twice the threshold (for a fall, half of it). */
  readonly power?: number;
  /** Why there is no verdict, or no interval. */
  readonly why?: string;
}

/** How often the choice in one dimension changes the verdict, all else alike. */
export interface Flip {
  readonly dimension: Dimension;
  /** Pairs of readings that differ in it alone and can both be compared. */
  readonly pairs: number;
  readonly differ: number;
  /** Pairs of which one holds and the other fails. */
  readonly reversed: number;
  readonly share: number;
  /** Each two choices between which some verdict changed, as they were listed. */
  readonly between: readonly FlipBetween[];
}

export interface FlipBetween {
  readonly from: string;
  readonly to: string;
  readonly pairs: number;
  /** Pairs whose verdict moves towards holding on going from the one to the other, and away from it. */
  readonly towards: number;
  readonly away: number;
}

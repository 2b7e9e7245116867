import type { Day } from "./day.js";
import type { Interval } from "./finding.js";
import type { Report } from "./report.js";
import type { ReferenceClass } from "./reportClaim.js";
import type { Data } from "./verdict.js";

/** Three stretches of one zone on end: before, the drop (or whatever came), and after. */
export interface Episode {
  readonly zone: string;
  /** The first day of each stretch, and the day after the last. */
  readonly since: Day;
  readonly dropSince: Day;
  readonly afterSince: Day;
  readonly until: Day;
  readonly counts: readonly [number, number, number];
  /** The drop's rate over the rate before. */
  readonly dropRatio: number;
  /** The rate after over the drop's; absent where the drop saw nothing. */
  readonly reboundRatio?: number;
  readonly rebounded: boolean;
  /** Whether the drop is as deep as the class asks. */
  readonly isDrop: boolean;
  /** Whether it is one of the drops that do not overlap, on which the base rate of all periods rests. */
  readonly isCounted: boolean;
  /** Whether its last stretch begins where the report closes: the rebound that the report speaks of. */
  readonly isOwn: boolean;
}

/** How often a rebound came, of episodes that do not overlap, and of all that there are. */
export interface ReboundRate {
  readonly rebounds: number;
  /** Episodes that do not overlap, taken from the earliest on in each zone: what the interval rests on. */
  readonly n: number;
  /** Absent where there was no episode. */
  readonly estimate?: number;
  readonly interval: Interval;
  /** The same of every origin. They overlap, so that they weigh no more than `n`. */
  readonly origins: { readonly rebounds: number; readonly n: number; readonly share?: number };
  /** Of the ratios after over drop, over every origin; `null` where the drop saw nothing. */
  readonly quantiles: readonly { readonly p: number; readonly ratio: number | null }[];
}

/** The base rate after a drop, and the same without asking for one: how often rates rise so far anyway. */
export interface Rebounds {
  readonly afterDrop: ReboundRate;
  readonly anyway: ReboundRate;
}

/** How often activity rebounded after a comparable drop, over the zones and periods of a reference class. */
export interface ReferenceRate
  extends Pick<
    ReferenceClass,
    "id" | "claim" | "asks" | "zones" | "periods" | "dropAtMost" | "reboundAbove" | "least"
  > {
  readonly data: Data;
  readonly proxy?: string;
  readonly every: Report["every"];
  readonly level: number;
  readonly cutoff: Day;
  /** The first period counted, and the day after the last. */
  readonly since: Day;
  readonly until: Day;
  /** From episodes that were over when the report closed: what it could have known. */
  readonly known: Rebounds;
  /** From every episode that the data cover. */
  readonly all: Rebounds;
  /** From every episode but those under way when the report closed, its own among them. */
  readonly others: Rebounds;
  /** One row for each zone and origin with events enough before, in order of zone and time. */
  readonly episodes: readonly Episode[];
  readonly reading: string;
  readonly assumes: readonly string[];
}

import type { Day, Every, Span } from "./day.js";
import type { Interval } from "./finding.js";
import type { Location } from "./report.js";
import type { Data } from "./verdict.js";

/**
 * Where a watched question stands. Waiting: no period of its window is over, or what it is held against is not. Risen and
 * fallen: at some look all ratios on the other side, and no change, were ruled out; that stays so whatever comes.
 */
export type WatchState = "cannot be watched" | "waiting" | "nothing yet" | "risen" | "fallen";

/** A question of a report as its periods arrive: how far the rate has moved from what it is held against, and how sure that is. */
export interface WatchedQuestion {
  readonly id: string;
  readonly claim: string;
  readonly at: Location;
  /** A few words for a table's row. */
  readonly label: string;
  readonly asks: string;
  readonly every: Every;
  /** Only periods that were over on this day are used. */
  readonly asOf: Day;
  readonly data: Data;
  readonly proxy?: string;
  readonly level: number;
  /** A ratio that the rise has to pass, where one was stated. */
  readonly threshold?: number;
  readonly window: Span & { readonly label: string };
  readonly state: WatchState;
  /** Events in the baseline and in the periods that have arrived. */
  readonly n: number;
  /** What is needed to watch, absent where it cannot be or the baseline is not over. */
  readonly baseline?: Baseline;
  readonly spread?: Spread;
  readonly periods: readonly WatchedPeriod[];
  /** What was passed, each with the first period at whose end it was; nothing is taken back. */
  readonly crossed: readonly Crossing[];
  /** Absent when the state is risen or fallen, the window is over or there is nothing to watch. */
  readonly next?: NextPeriod;
  /** How many whole periods in all it would take at steady rates. */
  readonly needed: readonly Needed[];
  /** The same stretches in earlier years, as far as they have arrived this year. */
  readonly season: readonly SeasonYear[];
  readonly reading: string;
  /** Whether it could come out otherwise, and how often it would mislead. */
  readonly couldFail: string;
}

/** The stretch that a question is held against, by its own counts; exposure in periods. */
export interface Baseline extends Span {
  readonly label: string;
  readonly n: number;
  readonly exposure: number;
  readonly rate: number;
  /** The guess of the rate that was made before it: its mean, and from which days. */
  readonly guess: { readonly rate: number } & Span;
}

/** How much more than Poisson counts the periods varied inside their stretches before the window: Pearson's, over `df`. */
export interface Spread {
  /** Absent, with its interval, where no stretch has two periods and an event. */
  readonly estimate?: number;
  readonly interval?: Interval;
  readonly df: number;
  /** The baselines and windows of how many earlier years it is from, beside the baseline itself. */
  readonly years: number;
  /** What is allowed for: the estimate, but at least 1. */
  readonly allowed: number;
}

/** What was known at the end of a period. */
export interface WatchedPeriod {
  readonly period: Day;
  readonly count: number;
  readonly exposure: number;
  /** Events of the window so far. */
  readonly n: number;
  /** The rate so far over the baseline's; absent without an event there. */
  readonly estimate?: number;
  /** For counts that vary as much as the spread allows: valid however often one looks. */
  readonly wide: Look;
  /** If counts are Poisson: valid however often one looks. */
  readonly poisson: Look;
  /** Quasi-Poisson, for one look at a number of periods fixed beforehand; absent where there is no spread or no event. */
  readonly once?: Interval;
}

/** An interval of the ratio and the evidence against no change; p allows for all looks. */
export interface Look {
  readonly interval: Interval;
  readonly eValue: number;
  readonly p: number;
}

/** A line that was passed, for good. */
export interface Crossing {
  readonly what: "no change" | "no change, if Poisson" | "threshold";
  readonly direction: "up" | "down";
  readonly period: Day;
}

/** What the next period would have to bring. */
export interface NextPeriod {
  readonly period: Day;
  /** Of a whole one. */
  readonly exposure: number;
  /** The least count at which the question would be risen, the most at which fallen; absent where no count would do. */
  readonly rises?: Tipping;
  readonly falls?: Tipping;
}

/** A count that would settle it, and how likely so much (or so little) is under rates seen before. */
export interface Tipping {
  readonly count: number;
  readonly chances: readonly {
    readonly if: string;
    readonly rate: number;
    readonly n: number;
    readonly chance: number;
  }[];
}

/** After how many periods in all at a steady rate the question would be settled; `null` for more than were tried. */
export interface Needed {
  readonly if: string;
  readonly rate: number;
  readonly n: number;
  readonly periods: number | null;
}

/** An earlier year's ratio, over the same stretches. */
export interface SeasonYear {
  readonly baseline: Span;
  readonly window: Span;
  readonly counts: readonly [number, number];
  /** Absent without an event in its baseline. */
  readonly ratio?: number;
}

import type { Day, Every } from "./day.js";
import type { Interval } from "./finding.js";
import type { Key, Recipe } from "./panel.js";

/**
 * A line that an indicator should not pass unseen: a count, or a share of what the same time of year brought in earlier
 * years, such as 0.95.
 */
export type Tripwire = { readonly above: number } | { readonly quantile: number };

/**
 * Where a count lies. Quiet: within what the time of year brings. Watch: above the climatology band, not above the wire.
 * Tripped: above the wire. Too early: too few earlier years to say where the wire lies.
 */
export type TrackState = "quiet" | "watch" | "tripped" | "too early";

/** What the same time of year brought in earlier years. */
export interface Climatology {
  /** How many counts it is read from. */
  readonly n: number;
  /** From the 10% to the 90% quantile; absent where there are too few. */
  readonly band?: readonly [number, number];
}

/** One period that is over, beside what was known of its time of year when it was over. */
export interface TrackedPeriod extends Climatology {
  readonly period: Day;
  readonly observed: number;
}

/** One period ahead. */
export interface FanStep extends Climatology {
  readonly target: Day;
  readonly step: number;
  readonly median: number;
  /** The middle half. */
  readonly inner: readonly [number, number];
  /** As wide as the level. */
  readonly outer: readonly [number, number];
}

/** How often a wire tripped in its own past, each period judged by what came before it alone. */
export interface FalseAlarms {
  readonly tripped: number;
  /** Periods in which it could be judged, the last one left out. */
  readonly n: number;
  /** A period, from 0 to 1; of what tripped nothing says that it was true, so this is the most that was false. */
  readonly rate: number | null;
  readonly interval: readonly [number, number] | null;
  /** The same a year. */
  readonly perYear: number | null;
  readonly yearInterval: readonly [number, number] | null;
}

/** The state in one period. */
export interface TrackedState {
  readonly period: Day;
  readonly observed: number;
  /** The count above which it tripped, as known then; `null` where it is too early to say. */
  readonly threshold: number | null;
  readonly state: TrackState;
}

/** A wire, its past, and the chance that it is passed. */
export interface TrackedWire {
  readonly tripwire: Tripwire;
  readonly name: string;
  readonly falseAlarms: FalseAlarms;
  readonly states: readonly TrackedState[];
  /** Stretches of one state, the first day of each; the last is the state now. */
  readonly runs: readonly { readonly state: TrackState; readonly since: Day; readonly periods: number }[];
  /** The chance that each period ahead passes it by the forecast, and the share of the climatology that did. */
  readonly ahead: readonly {
    readonly target: Day;
    readonly threshold: number | null;
    readonly chance: number | null;
    readonly usual: number | null;
  }[];
  /** The chance that any of them does: one number where the forecast is of paths, else the least and the most it may be. */
  readonly any: readonly [number, number] | null;
  readonly reading: string;
}

/** An indicator as it stands: now, against its climatology, ahead, and against each wire. */
export interface Tracked {
  readonly key: Key;
  readonly recipe: Recipe;
  readonly from: string;
  readonly every: Every;
  readonly asOf: Day;
  readonly model: string;
  readonly level: number;
  /** Earlier years looked back to, at most, and periods to either side of the same time of year. */
  readonly years: number;
  readonly around: number;
  readonly n: number;
  readonly history: readonly TrackedPeriod[];
  readonly now: TrackedPeriod & {
    /** Of the rate behind the count. */
    readonly interval: Interval;
    /** What its width rests on. */
    readonly spread: "Poisson" | "negative binomial";
    /** The share of the climatology below it, ties counted half, from 0 to 1. */
    readonly percentile?: number;
    readonly reading: string;
  };
  readonly fan: readonly FanStep[];
  readonly wires: readonly TrackedWire[];
  readonly assumes: readonly string[];
}

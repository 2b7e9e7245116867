import type { Day, Every } from "./day.js";
import type { Where } from "./where.js";

/** What is added up: events, deaths (best estimate), or the share of the events for which the criteria hold. */
export type Measure = "events" | "deaths" | { readonly share: Where };

/** What tells one series of a panel from another: `{ zone: "mopti-delta" }`. */
export type Key = Readonly<Record<string, string>>;

/** How a series was counted; with the snapshot's hash it can be counted again. */
export interface Recipe {
  readonly where: readonly Where[];
  readonly by: readonly string[];
  readonly every: Every;
  readonly measure: Measure;
  /** How the exposure was counted, where the series is one count over another. */
  readonly over?: Recipe;
}

/** Counts in order of time. A quiet period is 0. `exposure` is days at risk, or the whole of a share or ratio. */
export interface Series {
  readonly key: Key;
  readonly recipe: Recipe;
  /** The hash of the snapshot it was counted from. */
  readonly from: string;
  /** The first day of the first period. */
  readonly start: Day;
  readonly values: readonly number[];
  readonly exposure: readonly number[];
}

/** Several series counted alike. */
export type Panel = readonly Series[];

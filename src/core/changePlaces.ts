import type { Day } from "./day.js";
import type { Key } from "./panel.js";

/** Where the rate of a series may have changed, if it changed once. */
export interface ChangePlaces {
  readonly key: Key;
  readonly from: string;
  readonly level: number;
  /** Gamma, of a rate before and of a rate after: `shape / rate` is its mean, per unit of exposure. */
  readonly prior: { readonly shape: number; readonly rate: number };
  /** Every period but the first, in order of time. */
  readonly places: readonly ChangePlace[];
  /** Natural log of how many times better one change explains the counts than none. */
  readonly logBayesFactor: number;
  /** The chance of a change, at even odds beforehand. */
  readonly probability: number;
  readonly reading: string;
  readonly assumes: readonly string[];
}

/** A period that may be the first after the change. */
export interface ChangePlace {
  readonly period: Day;
  /** Of a change here against none, at the most likely rates. */
  readonly logLikelihoodRatio: number;
  /** That the change was here, if there was one; they add to 1. */
  readonly probability: number;
  /** The p-value of a change here, against one elsewhere. */
  readonly p: number;
  /** Whether the level's confidence set holds it. */
  readonly inSet: boolean;
}

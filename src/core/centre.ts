import type { Day } from "./day.js";

/** Where the events of one period lay on average, how far apart, and how far that moved; `null` where it is not defined. */
export interface Centre {
  /** The first day of the period. */
  readonly period: Day;
  readonly lat: number | null;
  readonly lon: number | null;
  /** The standard distance: the root of the mean squared distance of the events from the centre. */
  readonly spreadKm: number | null;
  /** From the last period before it that has a centre. */
  readonly movedKm: number | null;
  /** How many events it rests on. */
  readonly n: number;
}

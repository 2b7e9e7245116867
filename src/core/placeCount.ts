import type { Day } from "./day.js";

/** How many events there were at one point in one period, in degrees north and east. */
export interface PlaceCount {
  /** The first day of the period. */
  readonly period: Day;
  readonly lat: number;
  readonly lon: number;
  readonly events: number;
}

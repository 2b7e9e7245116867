import { type Every, type Span, sameTimeBefore } from "./day.js";

/**
 * The same stretch of an earlier year, of a later one where `back` is below 0: by months, quarters and years the same days of
 * the calendar, by weeks and days the nearest number of whole weeks, so that weeks stay whole and keep to their season.
 *
 * @example
 * spanBack({ since: "2024-01-01", until: "2024-01-29" }, 1, "week") // { since: "2023-01-02", until: "2023-01-30" }
 */
export function spanBack({ since, until }: Span, back: number, every: Every): Span {
  return { since: sameTimeBefore(since, back, every), until: sameTimeBefore(until, back, every) };
}

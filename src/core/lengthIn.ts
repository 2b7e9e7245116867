import { daysIn, daysShared, type Every, nextPeriod, periodsIn, type Span } from "./day.js";

/**
 * How many periods a stretch is, a cut one as the fraction of its days.
 *
 * @example
 * lengthIn({ since: "2023-11-19", until: "2023-12-03" }, "week") // 2
 */
export function lengthIn(span: Span, every: Every): number {
  if (every === "day") return daysIn(span);
  if (every === "week") return daysIn(span) / 7;
  let length = 0;
  for (const first of periodsIn(span, every)) {
    const whole = { since: first, until: nextPeriod(first, every) };
    length += daysShared(first, every, span) / daysIn(whole);
  }
  return length;
}

import type { Day } from "../core/day.js";

const months = "January February March April May June July August September October November December".split(" ");

/**
 * What a reader calls a period.
 *
 * @example
 * periodName("2024-01-01", "month") // "January 2024"
 */
export function periodName(period: Day, per: "week" | "month"): string {
  if (per === "week") return `the week of ${period}`;
  return `${months[Number(period.slice(5, 7)) - 1]} ${period.slice(0, 4)}`;
}

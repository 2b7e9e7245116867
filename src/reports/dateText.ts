import type { CitedDate } from "../core/clockRow.js";

/**
 * When something was published, no more exactly than is known.
 *
 * @example
 * dateText({ since: "2019-06-01", until: "2019-07-01", precision: "month", from: "address" }) // "2019-06"
 */
export function dateText(date: CitedDate | undefined): string {
  if (date === undefined) return "an unknown day";
  if (date.at !== undefined) return `${date.at.slice(0, 10)} ${date.at.slice(11, 19)} UTC`;
  return date.since.slice(0, { year: 4, month: 7, day: 10, moment: 10 }[date.precision]);
}

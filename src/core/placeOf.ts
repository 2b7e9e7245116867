import type { Location } from "./report.js";

/**
 * Where something stands in a report, in words.
 *
 * @example
 * placeOf({ paragraph: 5, sentence: 2 }) // "paragraph 5, sentence 2"
 */
export function placeOf(at: Location | undefined): string {
  if (at === undefined) return "ours, not the report's";
  return `paragraph ${at.paragraph}${at.sentence === undefined ? "" : `, sentence ${at.sentence}`}`;
}

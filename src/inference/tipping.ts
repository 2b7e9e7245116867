import { numbered } from "../core/print.js";
import type { Tendency } from "./directionOf.js";
import { type Stretch, totalOf } from "./test.js";

/**
 * The least whole number from 1 to `most` that changes a reading; nothing if none does. Each is tried up to 300; beyond,
 * larger ones are taken to change it too.
 */
export function leastThat(changes: (k: number) => boolean, most: number): number | undefined {
  const each = Math.min(most, 300);
  for (let k = 1; k <= each; k++) if (changes(k)) return k;
  let below = each;
  let above = each;
  while (above < most && !(above > below && changes(above))) {
    below = above;
    above = Math.min(most, 2 * above);
  }
  if (above === below || !changes(above)) return undefined;
  while (above - below > 1) {
    const middle = Math.floor((below + above) / 2);
    if (changes(middle)) above = middle;
    else below = middle;
  }
  return above;
}

/** The start of a tipping point's outcome: what stands now, and what would change it. */
export function summary(before: Stretch, after: Stretch, says: Tendency, end: string): { n: number; reading: string } {
  const [first, last] = [totalOf(before).count, totalOf(after).count];
  const now = says === "unclear" ? "no clear change" : inWords(says);
  return { n: first + last, reading: `${numbered(last, "event")} against ${first}: ${now}; ${end}` };
}

/** A direction as readings say it. */
export function inWords(says: Tendency): string {
  return says === "unclear" ? "unclear" : `clearly ${says}`;
}

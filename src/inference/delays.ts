import { nextPeriod } from "../core/day.js";
import type { Delays } from "../core/delays.js";
import { decimals, percent, pText } from "../core/print.js";
import type { Triangle } from "../core/triangle.js";
import type { DelayOptions } from "./checkTriangle.js";
import { delayChange } from "./delayChange.js";
import { middleOf } from "./drawLadder.js";
import { type Learnt, learn } from "./learn.js";

/**
 * How long events take to be reported: the share in by each delay of what is in by the longest, with intervals. Whatever is
 * reported later than the longest delay is unknown, not nothing. What was taken back counts as never reported.
 *
 * @throws InputError when an option cannot be, or the triangle is too short or too empty; DataError when it is not one
 * @see Kalbfleisch & Lawless (1991) Statistica Sinica 1, 19–32; Lawless (1994) Canadian Journal of Statistics 22, 15–31
 */
export function delays(triangle: Triangle, options: DelayOptions): Delays {
  return delaysOf(triangle, learn(triangle, options, "delays"));
}

/** The delays that were learnt, in words and numbers. */
export function delaysOf(triangle: Triangle, { options, rows, ladder, dispersion, drawn }: Learnt): Delays {
  const { every, asOf, maxDelay, from } = triangle;
  const { level, seed, draws } = options;
  const shares = ladder.shares.map((share, delay) => ({
    delay,
    share,
    interval: middleOf(
      drawn.map((one) => one.shares[delay]),
      level,
    ),
    n: leastSeen(ladder.steps, delay),
  }));
  const median = halfOf(ladder.shares);
  const medianInterval = middleOf(
    drawn.map((one) => halfOf(one.shares)),
    level,
  );
  const n = rows.flat().reduce((sum: number, one) => sum + (one ?? 0), 0);
  const change = changeOf(triangle, rows);
  const { corrections } = ladder;
  const first = shares[0];
  const [low, high] = first.interval;
  const reading = [
    `${percent(first.share)} [${percent(low)}, ${percent(high)}] are in within the ${every} itself`,
    `half within ${periodsText(median, every)} [${medianInterval[0]}, ${medianInterval[1]}]`,
    `of ${decimals(n, 0)} events in ${rows.length} ${every}s; what is reported after ${periodsText(maxDelay, every)} is unknown`,
    ...(corrections.cells > 0 ? [`${takenText(corrections)} count as never reported`] : []),
    ...(change && change.p < 0.05 ? [`delays differ before and from ${change.at} on (${pText(change.p)})`] : []),
  ].join("; ");
  return {
    ...{ every, asOf, maxDelay, periods: rows.length, n, level, seed, draws, shares, median, medianInterval },
    ...{
      phi: dispersion.phi,
      compared: dispersion.n,
      corrections,
      ...(change && { change }),
      from,
      reading,
    },
    assumes: [
      "one delay distribution throughout",
      "nothing known of reports later than the longest delay",
      "reports vary at least as Poisson counts, their variance in proportion to the mean",
      ...(corrections.cells > 0 ? ["what was taken back counts as never reported"] : []),
    ],
  };
}

/** The fewest events that any step from this delay to the longest was learnt from. */
export function leastSeen(steps: readonly { readonly seen: number }[], delay: number): number {
  const later = steps.slice(Math.min(delay + 1, steps.length - 1));
  return Math.round(Math.min(...later.map((one) => one.seen)));
}

/** So many periods, in words. */
export function periodsText(n: number, every: string): string {
  return `${n} ${every}${n === 1 ? "" : "s"}`;
}

function takenText({ cells, events }: Delays["corrections"]): string {
  return `${decimals(events, 0)} event${events === 1 ? "" : "s"} taken back in ${cells} cell${cells === 1 ? "" : "s"}`;
}

function changeOf({ start, every, counts }: Triangle, rows: Triangle["counts"]): Delays["change"] {
  const found = delayChange(rows);
  if (found === undefined) return undefined;
  let at = start;
  for (let t = 0; t < counts.length - rows.length + found.at; t++) at = nextPeriod(at, every);
  return { p: found.p, at };
}

function halfOf(shares: readonly number[]): number {
  return shares.findIndex((share) => share >= 0.5);
}

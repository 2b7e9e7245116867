import { checkLevel } from "../core/checkLevel.js";
import type { Metric } from "./metric.js";
import { ofQuantiles } from "./ofQuantiles.js";

/** The levels of the two ends of the central interval that holds a share. */
export function endsOf(level: number): readonly [number, number] {
  return [(1 - level) / 2, (1 + level) / 2];
}

/** The width of an interval, and `2 / (1 - level)` times the distance by which what came lies outside it. */
export function lossOfInterval(level: number): (ends: readonly number[], observed: number) => number {
  return ([low, high], observed) =>
    high - low + (2 / (1 - level)) * (Math.max(0, low - observed) + Math.max(0, observed - high));
}

/**
 * The interval score (Winkler's) of the central interval that is to hold `level` of what comes: its width, and
 * `2 / (1 - level)` times the distance by which what came lies outside. Zero is perfect; in the unit of the count.
 *
 * @throws InputError when the level is not between 0 and 1
 * @see Winkler (1972) Journal of the American Statistical Association 67, 187–191; Gneiting & Raftery (2007) the same 102, 359–378
 * @example
 * intervalScore(0.5).score({ family: "draws", values: [1, 2, 3, 4] }, 7) // 18
 */
export function intervalScore(level: number): Metric {
  checkLevel(level, "intervalScore");
  const name = `intervalScore(${level})`;
  return ofQuantiles({
    ...{ verb: "intervalScore", name, best: "low", isProper: true, levels: endsOf(level) },
    value: lossOfInterval(level),
  });
}

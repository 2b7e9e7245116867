import { InputError } from "../core/errors.js";
import type { Triangle } from "../core/triangle.js";
import { random } from "../math/random.js";
import { chainLadder, type Ladder } from "./chainLadder.js";
import { checkTriangle, type DelayOptions } from "./checkTriangle.js";
import { type Dispersion, dispersionOfCells } from "./dispersionOfCells.js";
import { dispersionOfPast } from "./dispersionOfPast.js";
import { type DrawnLadder, drawLadder } from "./drawLadder.js";

/** What a triangle teaches of its delays: the estimate, the dispersion, and draws of both. */
export interface Learnt {
  readonly options: Required<DelayOptions>;
  /** The rows that the delays were learnt from. */
  readonly rows: Triangle["counts"];
  readonly ladder: Ladder;
  readonly dispersion: Dispersion;
  readonly drawn: readonly DrawnLadder[];
  /** The stream that the draws came from, for those that follow. */
  readonly uniform: () => number;
}

/**
 * Learns delays from a triangle.
 *
 * @throws InputError when an option cannot be, or the triangle is too short or too empty; DataError when it is not one
 */
export function learn(triangle: Triangle, given: DelayOptions, verb: string): Learnt {
  const options = { draws: 2000, recent: Infinity, dispersion: "past", ...given } as const;
  checkTriangle(triangle, options, verb);
  const recent = Math.min(options.recent, triangle.counts.length);
  const rows = triangle.counts.slice(-recent);
  const ladder = chainLadder(rows);
  if (!(ladder.steps[triangle.maxDelay].seen > 0))
    throw new InputError(`${verb}: no event of a ${triangle.every} old enough to show delay ${triangle.maxDelay}`);
  const way = options.dispersion === "past" ? dispersionOfPast : dispersionOfCells;
  const dispersion = way(triangle, recent);
  if (!(dispersion.phi >= 0 && dispersion.df > 0))
    throw new InputError(`${verb}: no dispersion to be learnt, got ${dispersion.n} counts to compare`);
  const uniform = random(options.seed);
  const drawn = Array.from({ length: options.draws }, () => drawLadder(ladder, dispersion, uniform));
  return { options, rows, ladder, dispersion, drawn, uniform };
}

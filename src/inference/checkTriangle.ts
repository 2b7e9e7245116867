import { DataError, InputError } from "../core/errors.js";
import type { Triangle } from "../core/triangle.js";
import { checkLevel } from "./test.js";

/** What `delays` and `nowcast` may be asked. */
export interface DelayOptions {
  readonly level: number;
  readonly seed: number;
  /** How many numbers the intervals are read off; 2,000 unless said. */
  readonly draws?: number;
  /** How many of the last periods the delays are learnt from; all unless said. The cure where older ones came in bulk. */
  readonly recent?: number;
  /** Where the dispersion is learnt: from nowcasts made of the past unless said, or from the scatter of the cells. */
  readonly dispersion?: "past" | "cells";
}

/**
 * @throws InputError when an option cannot be or the triangle is too short for it; DataError when it is not one
 */
export function checkTriangle(triangle: Triangle, options: Required<DelayOptions>, verb: string): void {
  const { level, seed, draws, recent, dispersion } = options;
  checkLevel(level, verb);
  if (!Number.isInteger(seed)) throw new InputError(`${verb}: seed needs a whole number, got ${seed}`);
  if (!Number.isInteger(draws) || draws < 100)
    throw new InputError(`${verb}: draws needs a whole number from 100, got ${draws}`);
  if (dispersion !== "past" && dispersion !== "cells")
    throw new InputError(`${verb}: dispersion needs past or cells, got ${JSON.stringify(dispersion)}`);
  const { counts, maxDelay, every, start } = triangle;
  counts.forEach((row, t) => {
    const where = `row ${t + 1} of the triangle from ${start}`;
    if (row.length !== maxDelay + 1)
      throw new DataError(`${verb}: needs ${maxDelay + 1} delays a row, got ${row.length} (${where})`);
    let total = 0;
    row.forEach((added, d) => {
      if ((added === null) !== t + d >= counts.length)
        throw new DataError(`${verb}: needs a count just where it can be known, got ${added} at delay ${d} (${where})`);
      if (added !== null && !Number.isInteger(added))
        throw new DataError(`${verb}: needs whole numbers, got ${added} at delay ${d} (${where})`);
      total += added ?? 0;
      if (total < 0)
        throw new DataError(`${verb}: more was taken back than added, got ${total} at delay ${d} (${where})`);
    });
  });
  const needs = dispersion === "past" ? maxDelay + 3 : maxDelay + 1;
  if (counts.length < needs)
    throw new InputError(
      `${verb}: needs at least ${needs} ${every}s for a longest delay of ${maxDelay}, got ${counts.length}`,
    );
  if (recent !== Infinity && !(Number.isInteger(recent) && recent >= maxDelay + 1))
    throw new InputError(`${verb}: recent needs a whole number from ${maxDelay + 1}, got ${recent}`);
}

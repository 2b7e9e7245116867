import { InputError } from "../core/errors.js";
import type { Corridor } from "../math/exitChance.js";
import { type Stretch, totalOf } from "./test.js";

/** Whether a rate that rises, one that falls, or either counts as a change. */
export type Direction = "up" | "down" | "both";

/** Above this many steps an exact chance takes longer than a reader waits. */
export const mostSteps = 2e8;

/** How many events came by the end of each period but the last, and the share of exposure by then. */
export interface Running {
  readonly total: number;
  readonly counts: readonly number[];
  readonly shares: readonly number[];
}

/** @throws InputError when a value is not a whole count from 0, or a period has no exposure */
export function runningOf(stretch: Stretch, verb: string): Running {
  const { values, exposure } = stretch;
  const odd = values.find((one) => !(Number.isInteger(one) && one >= 0));
  if (odd !== undefined) throw new InputError(`${verb}: needs whole counts from 0, got ${odd}`);
  const idle = exposure.find((one) => !(one > 0 && Number.isFinite(one)));
  if (idle !== undefined) throw new InputError(`${verb}: needs exposure above 0 in every period, got ${idle}`);
  const total = totalOf(stretch);
  const counts: number[] = [];
  const shares: number[] = [];
  let [count, whole] = [0, 0];
  for (let t = 0; t < values.length - 1; t++) {
    count += values[t];
    whole += exposure[t];
    counts.push(count);
    shares.push(whole / total.exposure);
  }
  return { total: total.count, counts, shares };
}

/**
 * The log of how many times likelier a count of `total` is at its own rate in and out of a stretch with this share of the
 * exposure, than at one rate; 0 when it lies on the side that does not count.
 *
 * @see Kulldorff (1997) Communications in Statistics: Theory and Methods 26, 1481–1496
 */
export function rateContrast(count: number, total: number, share: number, direction: Direction): number {
  const expected = total * share;
  if (direction === "up" ? count <= expected : direction === "down" && count >= expected) return 0;
  const rest = total - count;
  const inside = count === 0 ? 0 : count * Math.log(count / expected);
  return Math.max(0, inside + (rest === 0 ? 0 : rest * Math.log(rest / (total - expected))));
}

/** The running totals whose contrast lies below `least`; `direction` is of the rate before the place. */
export function corridorOf(
  { total, shares }: Pick<Running, "total" | "shares">,
  least: number,
  direction: Direction,
): Pick<Corridor, "fewest" | "most"> {
  // What was seen must not fall inside for the sake of its last digit.
  const isInside = (count: number, share: number): boolean =>
    rateContrast(count, total, share, direction) < least * (1 - 1e-11);
  const fewest = shares.map((share) => {
    let [out, inside] = [-1, Math.ceil(total * share)];
    while (inside - out > 1) {
      const middle = Math.floor((out + inside) / 2);
      if (isInside(middle, share)) inside = middle;
      else out = middle;
    }
    return isInside(inside, share) ? inside : inside + 1;
  });
  const most = shares.map((share) => {
    let [inside, out] = [Math.floor(total * share), total + 1];
    while (out - inside > 1) {
      const middle = Math.floor((out + inside) / 2);
      if (isInside(middle, share)) inside = middle;
      else out = middle;
    }
    return isInside(inside, share) ? inside : inside - 1;
  });
  return { fewest, most };
}

/** Seed and draws, where an answer was drawn. */
export interface Draws {
  readonly seed: number;
  readonly draws: number;
}

/** @throws InputError when there are none */
export function checkedDraws({ seed, draws }: Partial<Draws>, needing: string): Draws {
  if (seed === undefined || draws === undefined || !(Number.isInteger(seed) && Number.isInteger(draws) && draws >= 1))
    throw new InputError(`${needing} needs a seed and draws, got ${seed} and ${draws}`);
  return { seed, draws };
}

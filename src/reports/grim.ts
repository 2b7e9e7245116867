import { InputError } from "../core/errors.js";
import { printableAs, type Rounding } from "./rounding.js";

/** A number of whole counts that could lie behind printed means, and the sums that would. */
export interface Granule {
  readonly n: number;
  /** For each printed mean, in order, every whole sum that rounds to it. */
  readonly sums: readonly (readonly number[])[];
}

/**
 * The whole sums of `n` counts whose mean prints as this text; none when no mean of `n` whole counts can. `scale` is 100
 * for percentages; `wider` lets the number lie so many whole units beyond what would print so ("roughly"). Unless a rule of
 * rounding is given, a digit that lies just between two may have been rounded either way.
 *
 * @throws InputError when the text is not a decimal number, or `n` not a whole number above 0
 * @see Brown & Heathers (2017) Social Psychological and Personality Science 8, 363–369
 * @example
 * grim("20.5", 7) // []
 * @example
 * grim("20.5", 7, { rounding: "down" }) // [144]
 */
export function grim(
  printed: string,
  n: number,
  { scale = 1, rounding = "either", wider = 0 }: { scale?: number; rounding?: Rounding; wider?: number } = {},
): readonly number[] {
  const { low, high, unit, hasLow, hasHigh } = printableAs(printed, rounding, "grim", wider);
  if (!(Number.isSafeInteger(n) && n > 0)) throw new InputError(`grim: n needs a whole number above 0, got ${n}`);
  const whole = unit * scale;
  // The products are exact, and a correctly rounded quotient of whole numbers is whole only where it is.
  const from = Math.ceil((low * n) / whole);
  const to = Math.floor((high * n) / whole);
  const first = Math.max(0, !hasLow && from * whole === low * n ? from + 1 : from);
  const last = !hasHigh && to * whole === high * n ? to - 1 : to;
  const sums: number[] = [];
  for (let sum = first; sum <= last; sum++) sums.push(sum);
  return sums;
}

/**
 * Which numbers of whole counts, from 1 to `most`, could lie behind all of these printed means together.
 *
 * @throws InputError when a text is not a decimal number
 * @example
 * grimJoint(["32.5", "20.5", "14.4"], { most: 12 }).map((one) => one.n) // [8, 10, 11, 12]
 * @example
 * grimJoint(["32.5", "20.5", "14.4"], { most: 12, rounding: "down" })[0].n // 7
 */
export function grimJoint(
  printed: readonly string[],
  { most, ...options }: { most: number; rounding?: Rounding; scale?: number; wider?: number },
): Granule[] {
  const found: Granule[] = [];
  for (let n = 1; n <= most; n++) {
    const sums = printed.map((text) => grim(text, n, options));
    if (sums.every((some) => some.length > 0)) found.push({ n, sums });
  }
  return found;
}

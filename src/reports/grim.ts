import { InputError } from "../core/errors.js";

/** A number of whole counts that could lie behind printed means, and the sums that would. */
export interface Granule {
  readonly n: number;
  /** For each printed mean, in order, every whole sum that rounds to it. */
  readonly sums: readonly (readonly number[])[];
}

/**
 * The whole sums of `n` counts whose mean prints as this text; none when no mean of `n` whole counts can. A digit that lies
 * just between two may have been rounded either way. `scale` is 100 for percentages.
 *
 * @throws InputError when the text is not a decimal number
 * @see Brown & Heathers (2017) Social Psychological and Personality Science 8, 363–369
 * @example
 * grim("20.5", 7) // []
 */
export function grim(printed: string, n: number, scale = 1): readonly number[] {
  const parts = /^(\d+)(?:\.(\d+))?$/.exec(printed);
  if (parts === null) throw new InputError(`grim: needs a decimal number as printed, got ${JSON.stringify(printed)}`);
  const digits = Number(`${parts[1]}${parts[2] ?? ""}`);
  const unit = 2 * scale * 10 ** (parts[2] ?? "").length;
  const sums: number[] = [];
  const last = Math.floor(((2 * digits + 1) * n) / unit);
  for (let sum = Math.max(0, Math.ceil(((2 * digits - 1) * n) / unit)); sum <= last; sum++) sums.push(sum);
  return sums;
}

/**
 * Which numbers of whole counts, from 1 to `most`, could lie behind all of these printed means together.
 *
 * @example
 * grimJoint(["32.5", "20.5", "14.4"], { most: 12 }).map((one) => one.n) // [8, 10, 11, 12]
 */
export function grimJoint(printed: readonly string[], { most }: { most: number }): Granule[] {
  const found: Granule[] = [];
  for (let n = 1; n <= most; n++) {
    const sums = printed.map((text) => grim(text, n));
    if (sums.every((some) => some.length > 0)) found.push({ n, sums });
  }
  return found;
}

import { InputError } from "../core/errors.js";
import { grim } from "./grim.js";
import { printableAs, type Rounding } from "./rounding.js";

/**
 * How many of `n` answers of 0 or 1 were 1, for each number that prints this mean and this standard deviation (DEBIT): of
 * 0 and 1 the one settles the other, √(n/(n-1) · mean · (1 - mean)). None where there is no such number. `scale` is 100
 * where both are percentages.
 *
 * @throws InputError when a text is not a decimal number, `n` is not a whole number, or below 2 for a sample
 * @see Heathers & Brown (2019) DEBIT: A simple consistency test for binary data
 * @example
 * debit("0.69", "0.48", 16) // [11]
 * @example
 * debit("0.69", "0.35", 16) // []
 */
export function debit(
  mean: string,
  sd: string,
  n: number,
  options: { rounding?: Rounding; sd?: "sample" | "population"; scale?: 1 | 100 } = {},
): readonly number[] {
  const { rounding = "either", sd: kind = "sample", scale = 1 } = options;
  if (kind === "sample" && n < 2) throw new InputError(`debit: a sample needs 2 answers, got ${n}`);
  const { low, high, unit, hasLow, hasHigh } = printableAs(sd, rounding, "debit");
  const divisor = BigInt(n) * BigInt(kind === "sample" ? n - 1 : n);
  return grim(mean, n, { scale, rounding }).filter((count) => {
    if (count > n) return false;
    const variance = BigInt(count) * BigInt(n - count) * BigInt(unit * scale) ** 2n;
    const from = divisor * BigInt(Math.max(0, low)) ** 2n;
    const to = divisor * BigInt(high) ** 2n;
    const isAbove = variance > from || (variance === from && (hasLow || low < 0));
    return isAbove && (variance < to || (hasHigh && variance === to));
  });
}

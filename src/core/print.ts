import type { Interval } from "./finding.js";
import type { Data } from "./verdict.js";

/**
 * A number for people: this many decimals, digits grouped by thin commas, `no bound` for what has none; from 1e15 on as a
 * power of ten.
 *
 * @example
 * decimals(0.53472, 4) // "0.5347"
 */
export function decimals(value: number | null, digits: number): string {
  if (value === null || value === Infinity) return "no bound";
  if (Math.abs(value) >= 1e15) return value.toExponential(1);
  let format = formats.get(digits);
  if (format === undefined) {
    format = new Intl.NumberFormat("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits });
    formats.set(digits, format);
  }
  return format.format(value);
}

/** Kept, because making one takes thirty times as long as using it. */
const formats = new Map<number, Intl.NumberFormat>();

/** An estimate with its interval: `0.5347 [0.3725, 0.7542]`. */
export function withInterval(value: number, interval: Interval, digits: number): string {
  return `${decimals(value, digits)} [${decimals(interval[0], digits)}, ${decimals(interval[1], digits)}]`;
}

/**
 * So many decimals that the largest of the numbers shows two digits, and two at the least: for rates per day, which may be
 * small.
 *
 * @example
 * decimalsFor([0.0012, 0.034]) // 3
 */
export function decimalsFor(numbers: readonly (number | null)[]): number {
  const largest = Math.max(...numbers.map((one) => Math.abs(one ?? 0)));
  return largest > 0 && largest < Infinity ? Math.min(10, Math.max(2, 1 - Math.floor(Math.log10(largest)))) : 2;
}

/**
 * A p-value for people, to two digits.
 *
 * @example
 * pText(0.000191) // "p = 0.00019"
 */
export function pText(p: number): string {
  if (p === 0) return "p < 1e-300";
  return p < 0.0001 ? `p = ${p.toExponential(1)}` : `p = ${Number(p.toPrecision(2))}`;
}

/**
 * A share as a percentage.
 *
 * @example
 * percent(0.5347) // "53%"
 */
export function percent(share: number): string {
  if (share >= 0.995 && share < 1) return "over 99%";
  return share > 0 && share < 0.005 ? "under 1%" : `${Math.round(100 * share)}%`;
}

/**
 * So many of a thing, in the singular where it is just one.
 *
 * @example
 * numbered(1, "event") // "1 event"
 */
export function numbered(count: number, singular: string): string {
  return `${count} ${singular}${count === 1 ? "" : "s"}`;
}

/** Which data something rests on, in words: the name, and of a snapshot its day and the start of its hash. */
export function dataText({ name, asOf, hash = "" }: Data): string {
  return asOf === undefined ? name : `${name} as of ${asOf} (${hash.slice(0, 8)})`;
}

import type { Interval } from "./finding.js";

/**
 * A number for people: this many decimals, digits grouped by thin commas, `no bound` for what has none.
 *
 * @example
 * decimals(0.53472, 4) // "0.5347"
 */
export function decimals(value: number | null, digits: number): string {
  if (value === null || value === Infinity) return "no bound";
  return value.toLocaleString("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** An estimate with its interval: `0.5347 [0.3725, 0.7542]`. */
export function withInterval(value: number, interval: Interval, digits: number): string {
  return `${decimals(value, digits)} [${decimals(interval[0], digits)}, ${decimals(interval[1], digits)}]`;
}

/**
 * A p-value for people; very small ones by their power of ten.
 *
 * @example
 * pText(0.0321) // "p = 0.032"
 */
export function pText(p: number): string {
  if (p >= 0.0995) return `p = ${p.toFixed(2)}`;
  if (p >= 0.001) return `p = ${Number(p.toPrecision(2))}`;
  return p === 0 ? "p < 1e-300" : `p = ${p.toExponential(0)}`;
}

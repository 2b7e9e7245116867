import { pText } from "../core/print.js";

/** The e-value now and the anytime p, out of the log of the evidence now and of the most there has been. */
export function evidenceOf(log: number, most: number): { eValue: number; p: number } {
  return { eValue: Math.min(Number.MAX_VALUE, Math.exp(log)), p: Math.min(1, Math.exp(-most)) };
}

/**
 * Evidence for people, to two digits, with the p it stands for.
 *
 * @example
 * eText(25, 0.04) // "evidence of 25 to 1 (e-value), p = 0.04 however often one looks"
 */
export function eText(eValue: number, p: number): string {
  const isPlain = eValue >= 0.001 && eValue < 100_000;
  const size = isPlain ? `${Number(eValue.toPrecision(2))}` : eValue.toExponential(1);
  return `evidence of ${size} to 1 (e-value), ${pText(p)} however often one looks`;
}

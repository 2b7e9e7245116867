import { InputError } from "../core/errors.js";

/**
 * How a number was brought to the digits it is printed with. "either": to the nearest, a digit that lies just between two
 * either way; "up" and "down" never to the nearest: whatever is left makes one more, or is cut off; "to halves": what is
 * printed as a multiple of one half to the nearest half (either way between two), all else as "either".
 */
export type Rounding = "either" | "half up" | "half even" | "half down" | "up" | "down" | "to halves";

/** Every rule of rounding, the one that leaves most open first. */
export const roundings: readonly Rounding[] = [
  ...(["either", "half up", "half even", "half down"] as const),
  ...(["up", "down", "to halves"] as const),
];

/** The numbers that print as a text does: from `low / unit` to `high / unit`, all three whole, each end in or out. */
export interface Printable {
  readonly low: number;
  readonly high: number;
  readonly unit: number;
  readonly hasLow: boolean;
  readonly hasHigh: boolean;
}

/**
 * The numbers that are printed as this text under a rule of rounding, and as far as `wider` (a whole number) beyond.
 *
 * @throws InputError when the text is not a decimal number from 0
 */
export function printableAs(printed: string, rounding: Rounding, verb: string, wider = 0): Printable {
  const parts = /^(\d+)(?:\.(\d+))?$/.exec(printed);
  if (parts === null)
    throw new InputError(`${verb}: needs a decimal number as printed, got ${JSON.stringify(printed)}`);
  const [, whole, rest = ""] = parts;
  const digits = Number(`${whole}${rest}`);
  const ten = 10 ** rest.length;
  const unit = 4 * ten;
  const at = 4 * digits;
  const wide = unit * wider;
  const from = (below: number, above: number, hasLow: boolean, hasHigh: boolean): Printable => ({
    low: at - below - wide,
    high: at + above + wide,
    unit,
    hasLow,
    hasHigh,
  });
  if (rounding === "up") return from(4, 0, false, true);
  if (rounding === "down") return from(0, 4, true, false);
  if (rounding === "to halves" && /^[05]?$/.test(rest)) return from(ten, ten, true, true);
  const isEven = digits % 2 === 0;
  const hasLow = rounding === "half even" ? isEven : rounding !== "half down";
  return from(2, 2, hasLow, rounding === "half even" ? isEven : rounding !== "half up");
}

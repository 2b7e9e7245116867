import { InputError } from "../core/errors.js";
import { countsWith, squaresOf } from "./countsWith.js";
import { grim } from "./grim.js";
import { printableAs, type Rounding } from "./rounding.js";

/** How a mean and a standard deviation are tested. */
export interface GrimmerOptions {
  /** Whole answers behind each value: the values are multiples of one over it. 1 for counts. */
  readonly items?: number;
  readonly rounding?: Rounding;
  /** Divided by n - 1 ("sample") or by n. */
  readonly sd?: "sample" | "population";
  /** From which to which value each may lie: 0 and Infinity for counts. */
  readonly least?: number;
  readonly most?: number;
}

/** Whether values with this mean and standard deviation can be, and such values; where not, the test that they fail. */
export interface Grimmer {
  readonly possible: boolean;
  /** Some values that print so, largest first; none where there are none, or none were found. */
  readonly values: readonly number[];
  /** The last test any sum came to: of the mean, of whole sums of squares, of their parity, of the range, of every way. */
  readonly fails?: "mean" | "sum of squares" | "parity" | "range" | "no such values";
  /** False where it passes the analytic tests and no values were found in the time given. */
  readonly isDecided: boolean;
}

/** No more sums of squares than this are searched for values. */
const tries = 200;

/**
 * Whether `n` whole counts can have both this mean and this standard deviation, as printed (GRIMMER): a whole sum of squares
 * has to lie where the standard deviation puts it, be odd where the sum is, and lie between that of counts as equal and as
 * unequal as can be; then values with that sum and sum of squares are looked for, which is exact where n is small.
 *
 * @throws InputError when a text is not a decimal number, `n` is not a whole number, or below 2 for a sample
 * @see Anaya (2016) PeerJ Preprints 4, e2400v1; Allard (2018) Analytic-GRIMMER
 * @example
 * grimmer("2.5", "1.29", 4).values // [4, 3, 2, 1]
 * @example
 * grimmer("3.44", "2.47", 18).fails // "parity"
 */
export function grimmer(mean: string, sd: string, n: number, options: GrimmerOptions = {}): Grimmer {
  const { items = 1, rounding = "either", sd: kind = "sample", least = 0, most = Infinity } = options;
  if (kind === "sample" && n < 2) throw new InputError(`grimmer: a sample needs 2 values, got ${n}`);
  const sums = grim(mean, n * items, { rounding });
  const reached = { test: 0, isDecided: true };
  for (const sum of sums) {
    const [from, to] = squaresThatPrint(sd, rounding, { n, sum, items, less: kind === "sample" ? 1 : 0 });
    const [low, high] = squaresOf({ n, least: least * items, most: most * items, sum });
    if (from <= to) reached.test = Math.max(reached.test, 1);
    const first = (from - sum) % 2 === 0 ? from : from + 1;
    if (first <= to) reached.test = Math.max(reached.test, 2);
    const start = Math.max(first, low);
    for (let squares = start, tried = 0; squares <= Math.min(to, high); squares += 2, tried++) {
      reached.test = 3;
      if (tried === tries) {
        reached.isDecided = false;
        break;
      }
      const found = countsWith({ n, least: least * items, most: most * items, sum, squares });
      if (found.counts.length > 0) return { possible: true, values: valuesOf(found.counts, items), isDecided: true };
      if (!found.isDecided) reached.isDecided = false;
    }
  }
  if (!reached.isDecided) return { possible: true, values: [], isDecided: false };
  const tests = ["sum of squares", "parity", "range", "no such values"] as const;
  return { possible: false, values: [], fails: sums.length === 0 ? "mean" : tests[reached.test], isDecided: true };
}

/** The least and the greatest whole sum of squares with which the standard deviation prints so. In exact whole numbers. */
function squaresThatPrint(
  sd: string,
  rounding: Rounding,
  { n, sum, items, less }: { n: number; sum: number; items: number; less: number },
): readonly [number, number] {
  const { low, high, unit, hasLow, hasHigh } = printableAs(sd, rounding, "grimmer");
  const whole = BigInt(unit) ** 2n * BigInt(n);
  const base = BigInt(unit) ** 2n * BigInt(sum) ** 2n;
  const at = (end: number): bigint => BigInt(n) * BigInt(n - less) * BigInt(end * items) ** 2n + base;
  const from = at(Math.max(0, low));
  const to = at(high);
  const isOut = !hasLow && low >= 0 && from % whole === 0n;
  const first = (from + whole - 1n) / whole + (isOut ? 1n : 0n);
  const last = to / whole - (!hasHigh && to % whole === 0n ? 1n : 0n);
  return [Number(first), Number(last)];
}

function valuesOf(counts: readonly number[], items: number): readonly number[] {
  return [...counts].sort((a, b) => b - a).map((one) => one / items);
}

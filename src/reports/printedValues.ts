import { InputError } from "../core/errors.js";
import type { Interval } from "../core/finding.js";
import { lengthIn } from "../core/lengthIn.js";
import type { Figure, Report } from "../core/report.js";
import { windowOf } from "./figures.js";
import { wordRange } from "./words.js";

/** What a printed figure may stand for: from, to (null without a bound), and how the word for it was read. */
export interface PrintedValues {
  readonly range: Interval;
  /** The words whose range it is; absent where the numbers stand for themselves. */
  readonly word?: string;
}

/**
 * The values that a figure's print allows: the number, the range printed, or the range of its words; of a hedge that has no
 * range of its own, the number as it stands. Shares are shares of 1. Absent for words without a range.
 *
 * @example
 * printedValues({ what: "mean", printed: "4", to: "6" }) // { range: [4, 6] }
 */
export function printedValues({
  what,
  printed,
  to,
  hedge,
}: Pick<Figure, "what" | "printed" | "to" | "hedge">): PrintedValues | undefined {
  const scale = what === "share" ? 100 : 1;
  const words = hedge === undefined ? printed : `${hedge} ${printed}`;
  const isNumber = Number.isFinite(Number(printed));
  const own = isNumber && (hedge === undefined || to !== undefined) ? undefined : rangeOf(words);
  if (own !== undefined) return { range: scaled(own, scale), word: words };
  if (!isNumber) return undefined;
  return { range: [Number(printed) / scale, Number(to ?? printed) / scale] };
}

/** The count that a printed figure stands for, rounded to a whole, over how many periods, and the mean as printed. */
export interface PrintedSum {
  readonly count: number;
  readonly exposure: number;
  readonly mean: number;
}

/** A printed mean times its window's periods, or a printed count; absent for a share or words, which are no count. */
export function printedSum(report: Report, figure: Figure): PrintedSum | undefined {
  const { what, per, printed } = figure;
  if ((what !== "mean" && what !== "count") || !Number.isFinite(Number(printed))) return undefined;
  const window = windowOf(report, figure.window);
  const exposure = lengthIn(window, what === "mean" ? (per ?? report.every) : report.every);
  const number = Number(printed);
  if (what === "count") return { count: Math.round(number), exposure, mean: number / exposure };
  return { count: Math.round(number * exposure), exposure, mean: number };
}

function rangeOf(words: string): readonly [number, number] | undefined {
  try {
    return wordRange(words);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return undefined;
  }
}

function scaled([low, high]: readonly [number, number], scale: number): Interval {
  return [low / scale, high === Infinity ? null : high / scale];
}

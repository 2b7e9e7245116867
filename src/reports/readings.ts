import type { Interval } from "../core/finding.js";
import type { Report } from "../core/report.js";
import { rateRatio } from "../inference/rateRatio.js";
import { combinationsOf, sumOf, sumsOf } from "./combinations.js";
import { figureOf } from "./figures.js";
import { fitsWord } from "./words.js";

/** One way to read two printed figures as counts and exposures. */
export interface Reading {
  readonly label: string;
  readonly before: { readonly count: number; readonly periods: number };
  readonly after: { readonly count: number; readonly periods: number };
  readonly ratio: number;
  readonly interval: Interval;
  /** The least and the greatest ratio among the whole counts that print so. */
  readonly range: readonly [number, number];
  /** Whether the word fits the ratio, and the whole range. */
  readonly fits: boolean;
  readonly fitsAll: boolean;
  /** Whether the periods it needs had begun when the report closed. */
  readonly possible: boolean;
}

/**
 * The change between two printed figures as printed, then under each other way to read the means of their windows; none
 * without an event before or after.
 */
export function readingsOf(
  report: Report,
  { before: first, after: last, word }: { readonly before: string; readonly after: string; readonly word: string },
  level: number,
): readonly Reading[] {
  const before = figureOf(report, first);
  const after = figureOf(report, last);
  const combinations = combinationsOf(report, before, after);
  const [{ rounding: rule, periods: printed }] = combinations;
  if (sumOf(before, printed[0], rule) + sumOf(after, printed[1], rule) === 0) return [];
  return combinations.flatMap(({ label, rounding, periods, exposure, possible }) => {
    const one = { count: sumOf(before, periods[0], rounding), periods: exposure[0] };
    const two = { count: sumOf(after, periods[1], rounding), periods: exposure[1] };
    if (one.count + two.count === 0) return [];
    const found = rateRatio("central").compare(stretchOf(one), stretchOf(two), level);
    const { estimate = Infinity, interval = [0, null] } = found;
    const [fewBefore, manyBefore] = sumsOf(before, periods[0], rounding);
    const [fewAfter, manyAfter] = sumsOf(after, periods[1], rounding);
    const odds = exposure[0] / exposure[1];
    const range = [
      (fewAfter * odds) / manyBefore,
      fewBefore === 0 ? Infinity : (manyAfter * odds) / fewBefore,
    ] as const;
    const fits = fitsWord(estimate, word);
    const fitsAll = range.every((ratio) => Number.isNaN(ratio) || fitsWord(ratio, word));
    return { label, before: one, after: two, ratio: estimate, interval, range, fits, fitsAll, possible };
  });
}

/** Counts of one stretch as a comparison takes them. */
export function stretchOf({ count, periods }: Reading["before"]): { values: number[]; exposure: number[] } {
  return { values: [count], exposure: [periods] };
}

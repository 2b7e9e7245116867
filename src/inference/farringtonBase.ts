import type { Day } from "../core/day.js";
import { InputError } from "../core/errors.js";
import { sameTimeOf } from "./sameTimeOf.js";

/** Which earlier periods a period is compared with, and which part of the year each is of: 0 is its own. */
export interface Base {
  readonly periods: readonly number[];
  readonly parts: readonly number[];
}

/** How far a baseline reaches. */
export interface Reach {
  readonly years: number;
  readonly halfWindow: number;
  /** The year is cut into the window about this time and so many parts less one beside it; with 1 only the window counts. */
  readonly seasons: number;
  /** The periods just before this one that are left out. */
  readonly skip: number;
}

/**
 * The periods within a half window of the same time in each earlier year and, with seasons, all those between in parts of
 * nearly equal length, up to the last ones that are left out.
 *
 * @throws InputError when the windows overlap or leave too few periods for the parts
 */
export function farringtonBase(days: readonly Day[], t: number, { years, halfWindow, seasons, skip }: Reach): Base {
  const part = new Map<number, number>();
  const mark = (from: number, to: number, name: number): void => {
    for (let i = from; i <= to; i++) if (i < t - skip) part.set(i, name);
  };
  for (let year = 1, later = t; year <= years; year++) {
    const same = sameTimeOf(days, t, year);
    const between = later - same - 2 * halfWindow - 1;
    if (between < seasons - 1)
      throw new InputError(
        `farrington: ${later - same} periods a year have no room for halfWindow ${halfWindow} and ${seasons} seasons`,
      );
    mark(same - halfWindow, same + halfWindow, 0);
    let start = same + halfWindow + 1;
    for (let name = 1; name < seasons; name++) {
      const length = Math.floor(between / (seasons - 1)) + (name <= between % (seasons - 1) ? 1 : 0);
      mark(start, start + length - 1, name);
      start += length;
    }
    later = same;
  }
  mark(t - halfWindow, t - 1, 0);
  const periods = [...part.keys()].sort((a, b) => a - b);
  return { periods, parts: periods.map((i) => part.get(i) ?? 0) };
}

import { type Day, earlierOf, type Span } from "../core/day.js";
import { InputError } from "../core/errors.js";
import { lengthIn } from "../core/lengthIn.js";
import { grimJoint } from "./grim.js";
import { type Rounding, roundings } from "./rounding.js";
import { type Per, periodsAfter } from "./stretches.js";

/** A window with the means that are printed of it. */
export interface PrintedWindow extends Span {
  readonly printed: readonly string[];
}

/** One way in which all the means of several windows could have come about. */
export interface WindowsReading {
  readonly rounding: Rounding;
  /** For each window, in order, the number of periods its means were taken over. */
  readonly periods: readonly number[];
  /** For each window, where it would begin, and how many periods of it lay before the cutoff. */
  readonly since: readonly Day[];
  readonly exposure: readonly number[];
  /** For each window and each of its means, every whole sum that prints so. */
  readonly sums: readonly (readonly (readonly number[])[])[];
  /** Whether the last period of every window had begun at the cutoff. */
  readonly possible: boolean;
}

/** More combinations than this say nothing to anybody. */
const limit = 100_000;

/**
 * Every combination of a rule of rounding and a number of periods for each window, up to `most`, under which all printed
 * means are means of whole counts, and whether the calendar allows it. A window that begins where another ends begins
 * later when that one is longer than it says; what lies after the cutoff could not be counted.
 *
 * @throws InputError when a text is not a decimal number, or there are more than 100,000 combinations to try
 * @see Brown & Heathers (2017) Social Psychological and Personality Science 8, 363–369
 * @example
 * grimWindows([{ printed: ["20.5"], since: "2023-01-01", until: "2023-08-01" }], { per: "month", cutoff: "2023-12-13", most: 7, roundings: ["down"] }).map((one) => one.periods[0]) // [2, 4, 6, 7]
 */
export function grimWindows(
  windows: readonly PrintedWindow[],
  options: { per: Per; cutoff: Day; most: number; roundings?: readonly Rounding[] },
): WindowsReading[] {
  const { per, cutoff, most, roundings: rules = roundings } = options;
  if (rules.length * most ** windows.length > limit) {
    throw new InputError(
      `grimWindows: needs at most ${limit} combinations, got ${rules.length} rules and ${most} periods for each of ${windows.length} windows; ask of fewer`,
    );
  }
  return rules.flatMap((rounding) => {
    const fits = windows.map(({ printed }) => grimJoint(printed, { most, rounding }));
    const combinations = fits.reduce<readonly (typeof fits)[number][]>(
      (sofar, some) => sofar.flatMap((chosen) => some.map((one) => [...chosen, one])),
      [[]],
    );
    return combinations.map((chosen): WindowsReading => {
      const periods = chosen.map((one) => one.n);
      const since = begin(windows, periods, per);
      const until = since.map((day, i) => periodsAfter(day, periods[i], per));
      const exposure = since.map((day, i) =>
        day < cutoff ? lengthIn({ since: day, until: earlierOf(until[i], cutoff) }, per) : 0,
      );
      const possible = exposure.every((one, i) => one > periods[i] - 1);
      return { rounding, periods, since, exposure, sums: chosen.map((one) => one.sums), possible };
    });
  });
}

/** Where each window begins when windows are so long: at its own day, or where one that it follows ends. */
function begin(windows: readonly PrintedWindow[], periods: readonly number[], per: Per): readonly Day[] {
  const order = windows.map((_, i) => i).sort((a, b) => (windows[a].since < windows[b].since ? -1 : 1));
  const starts = windows.map((one) => one.since);
  for (const i of order) {
    const before = order.find((j) => windows[j].until === windows[i].since);
    if (before !== undefined) starts[i] = periodsAfter(starts[before], periods[before], per);
  }
  return starts;
}

import type { Panel } from "../core/panel.js";
import type { Running } from "../core/running.js";
import { paired } from "./compare.js";
import { sumsUpTo } from "./confidenceSequence.js";
import { checkGuess, type RateGuess } from "./rateGuess.js";
import { ratioPath } from "./ratioPath.js";
import { checkLevel, stretchOf, totalOf } from "./test.js";

export interface RatioSequenceOptions {
  readonly level: number;
  /** Where the earlier rate was thought to lie before it was counted. A poor guess finds less, never more. */
  readonly prior: RateGuess;
}

/**
 * How many times the earlier rate the later one is, after each later period anew: what `eRatio` finds, as a row a period,
 * to be drawn or read week by week. All intervals hold at once; `n` and `exposure` are those of the later stretch.
 *
 * @throws InputError when a key stands on one side only, the level is not between 0 and 1, or a number of the prior is not
 *   above 0
 * @see Wasserman, Ramdas & Balakrishnan (2020) PNAS 117, 16880–16890
 */
export function ratioSequence(before: Panel, after: Panel, { level, prior }: RatioSequenceOptions): Running[] {
  checkLevel(level, "ratioSequence");
  checkGuess(prior, "ratioSequence");
  return paired(before, after, "ratioSequence").flatMap(({ first, later }) => {
    const { periods = [] } = stretchOf(later);
    const path = ratioPath(totalOf(first), sumsUpTo(later, "ratioSequence"), prior, level);
    return path.map(
      ({ count, ...step }, t): Running => ({
        key: later.key,
        from: later.from,
        period: periods[t],
        n: count,
        level,
        ...step,
      }),
    );
  });
}

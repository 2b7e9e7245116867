import { InputError } from "../core/errors.js";
import type { Finding } from "../core/finding.js";
import type { Panel, Series } from "../core/panel.js";
import { checkLevel, type Outcome, type Stretch, stretchOf } from "./test.js";

/** A question about two stretches of counts. `needs` is the least number of periods in both together. */
export interface Comparison {
  readonly name: string;
  readonly needs: number;
  /** Whether it looks at the sums of each stretch alone, so that its power can be calculated rather than simulated. */
  readonly seesSums?: true;
  /** What its p and estimate are about where that is not a ratio: by how much a share lies higher, or whether the pace stayed within a margin. */
  readonly asks?: "difference" | "margin";
  /** It is of a ratio of rates, and its p is twice one tail: half of it is the p of a one-sided question. */
  readonly equalTails?: boolean;
  compare(before: Stretch, after: Stretch, level: number): Outcome;
}

/**
 * Compares what came after with what came before, series by series, matched by their keys.
 *
 * @throws InputError when a key stands on one side only, the stretches are too short, or the level is not between 0 and 1
 */
export function compare(
  before: Panel,
  after: Panel,
  comparisons: readonly Comparison[],
  { level }: { level: number },
): Finding[] {
  checkLevel(level, "compare");
  return paired(before, after, "compare").flatMap(({ first, later }) =>
    comparisons.map((one) => {
      const length = first.values.length + later.values.length;
      if (length < one.needs) throw new InputError(`compare: ${one.name} needs ${one.needs} periods, got ${length}`);
      const outcome = one.compare(stretchOf(first), stretchOf(later), level);
      return { test: one.name, key: later.key, from: later.from, level, ...outcome };
    }),
  );
}

/**
 * Each later series with the earlier one of its key.
 *
 * @throws InputError when a key stands on one side only
 */
export function paired(before: Panel, after: Panel, verb: string): { first: Series; later: Series }[] {
  const earlier = new Map(before.map((series) => [JSON.stringify(series.key), series]));
  if (before.length !== after.length) {
    throw new InputError(`${verb}: needs the same series before and after, got ${before.length} and ${after.length}`);
  }
  return after.map((later) => {
    const first = earlier.get(JSON.stringify(later.key));
    if (first === undefined) throw new InputError(`${verb}: ${JSON.stringify(later.key)} stands only after`);
    return { first, later };
  });
}

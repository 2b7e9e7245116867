import * as hc from "../../src/index.js";

/** A method under trial: what it says of made-up stretches, and what its interval should hold. */
export interface Way {
  readonly name: string;
  /** Which part of the draws it is given: 1 for quick methods. */
  readonly share: number;
  readonly ask: (stretches: readonly hc.Stretch[], process: hc.Process) => Pick<hc.Outcome, "p" | "interval">;
  /** The truth its interval should hold; absent where it gives none that is judged. */
  readonly truth?: (process: hc.Process, ratio: number) => number;
}

/** A question put to several methods on the same made-up stretches. */
export interface Asked {
  readonly question: string;
  readonly periods: readonly number[];
  readonly ratio: number;
  readonly ways: readonly Way[];
}

interface Tally {
  answered: number;
  at5: number;
  at1: number;
  withP: number;
  intervals: number;
  holds: number;
}

/** How often each method errs on the same draws; one that throws for want of events has not answered. */
export function measured(
  { question, periods, ratio, ways }: Asked,
  process: hc.Process,
  make: () => hc.Stretch[],
  draws: number,
): hc.Calibration[] {
  const tallies: Tally[] = ways.map(() => ({ answered: 0, at5: 0, at1: 0, withP: 0, intervals: 0, holds: 0 }));
  for (let i = 0; i < draws; i++) {
    const stretches = make();
    ways.forEach((way, w) => {
      if (i >= draws * way.share) return;
      const tally = tallies[w];
      const outcome = answerOf(way, stretches, process);
      if (outcome === undefined) return;
      tally.answered++;
      if (outcome.p !== undefined) {
        tally.withP++;
        // A p of exactly 0.05 is one that rejects; what rounding adds to it must not decide.
        if (outcome.p <= 0.05 * (1 + 1e-9)) tally.at5++;
        if (outcome.p <= 0.01 * (1 + 1e-9)) tally.at1++;
      }
      if (outcome.interval !== undefined && way.truth !== undefined) {
        tally.intervals++;
        const [low, high] = outcome.interval;
        const truth = way.truth(process, ratio);
        if (low <= truth * (1 + 1e-12) && (high === null || high >= truth * (1 - 1e-12))) tally.holds++;
      }
    });
  }
  return ways.map((way, w) => {
    const { answered, at5, at1, withP, intervals, holds } = tallies[w];
    const tried = Math.ceil(draws * way.share);
    return {
      ...{ method: way.name, question, ...process, periods, ratio, draws: tried, answered },
      ...(withP > 0 && { at5: rounded(at5 / tried), at1: rounded(at1 / tried) }),
      ...(intervals > 0 && { covers: rounded(holds / intervals) }),
    };
  });
}

function answerOf(
  way: Way,
  stretches: readonly hc.Stretch[],
  process: hc.Process,
): Pick<hc.Outcome, "p" | "interval"> | undefined {
  try {
    const outcome = way.ask(stretches, process);
    return outcome.p === undefined && outcome.interval === undefined ? undefined : outcome;
  } catch (error) {
    if (error instanceof hc.InputError) return undefined;
    throw error;
  }
}

function rounded(share: number): number {
  return Math.round(1e5 * share) / 1e5;
}

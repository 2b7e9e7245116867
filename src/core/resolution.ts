import type { Day } from "./day.js";
import type { Interval } from "./finding.js";
import type { Data } from "./verdict.js";

/**
 * Where a question stands. Open: its window is not over. Too early: it is over, but reports still to come may change the
 * answer. Annulled: it cannot be asked of this data, or a rate it divides by is 0. Ambiguous: readings of it disagree.
 */
export type State = "resolved" | "open" | "too early" | "annulled" | "ambiguous";

/** What one vintage of the data answered. */
export interface Print {
  readonly asOf: Day;
  readonly hash: string;
  readonly observed: number;
  readonly outcome: boolean;
}

/** What came of a question on one data set, as of a day. */
export interface Resolution {
  readonly question: string;
  readonly claim: string;
  readonly asks: string;
  /** The way it was counted. */
  readonly label: string;
  readonly asOf: Day;
  readonly data: Data;
  readonly state: State;
  readonly outcome?: boolean;
  /** The value that the criterion bounds, with its interval, and the events it rests on. */
  readonly observed?: number;
  readonly interval?: Interval;
  readonly level: number;
  readonly n: number;
  readonly counts?: readonly [number, number];
  readonly proxy?: string;
  /** From the first vintage in which the window was over, and from the first in which it was settled. */
  readonly firstPrint?: Print;
  readonly settled?: Print;
  /** The chance that reports still to come change the answer; absent where nothing tells how late they come. */
  readonly flipRisk?: number;
  readonly reading: string;
}

/** Every resolution that was ever written of a report's questions, oldest first; nothing is taken out. */
export interface ResolutionHistory {
  readonly report: string;
  readonly entries: readonly (Resolution & { readonly written: Day })[];
}

/** What a forecast in words earned: the scores of the least and the most favourable probability that the word allows. */
export interface WordScore {
  readonly question: string;
  readonly claim: string;
  readonly word: string;
  readonly range: Interval;
  readonly outcome: boolean;
  /** Best and worst over the range; 0 is perfect, 1 the worst. */
  readonly brier: readonly [number, number];
  /** Best and worst, natural logarithm; 0 is perfect, `null` for infinite. */
  readonly log: readonly [number, number | null];
  /** How often the same question was answered with yes in earlier years, and of how many. */
  readonly baseRate?: { readonly estimate: number; readonly interval: Interval; readonly n: number };
  readonly baseBrier?: number;
  /** Least and greatest skill against the base rate: 1 less the ratio of Brier scores. */
  readonly skill?: readonly [number, number];
  readonly reading: string;
}

import type { Day } from "./day.js";
import type { Location } from "./report.js";
import type { Where } from "./where.js";

/** An explanation as a model of counts: what it supposes of the rates of zones, and what is believed of it beforehand. */
export interface Hypothesis {
  readonly id: string;
  readonly label: string;
  /** Whether the report offers it, and where, or it is ours. */
  readonly by: "report" | "us";
  readonly at?: Location;
  readonly says: string;
  /** What it supposes of the rates of zones; a zone that no effect names keeps its rate. */
  readonly supposes: readonly Effect[];
  /** The days on which what it supposes to last may end, each as likely; "never" stands for after all that is weighed. */
  readonly ends?: readonly (Day | "never")[];
}

/**
 * How the rate of some zones differs from what it would be: in each period by the size, to the power of the course. The
 * course is the product of what is given: 1 from `since` (until the hypothesis' end where `lasts`), the season's value for
 * the calendar month, the covariate's value; outside `since` and its end it is 0. A period is placed by its first day; a
 * week lies in the month of its Thursday.
 */
export interface Effect {
  readonly name: string;
  readonly zones: readonly string[];
  readonly since?: Day;
  /** Whether it is over at the hypothesis' end. */
  readonly lasts?: "until the end";
  /** January to December, each from 0 to 1. */
  readonly season?: readonly number[];
  /** A covariate of the report's. */
  readonly covariate?: string;
  /** What is believed of the rate ratio at a course of 1: log-normal, its median and the standard deviation of its log. */
  readonly size: { readonly median: number; readonly sd: number };
}

/** Something measured by month that a hypothesis leans on: a profile over the year, higher or lower from year to year. */
export interface Covariate {
  readonly label: string;
  /** January to December in an ordinary year, each from 0 to 1. */
  readonly profile: readonly number[];
  /** The calendar month in which its year begins. */
  readonly begins: number;
  /** Each year's height over that of an ordinary year, by the year in which it began; a year without is ordinary. */
  readonly heights: Readonly<Record<string, number>>;
  readonly sources: readonly string[];
  readonly note: string;
}

/** What the hypotheses are weighed on: the counts of each zone they name, on one data set. */
export interface Weighing {
  readonly on: string;
  /** Which of its events; all where absent. */
  readonly where?: Where;
  readonly proxy?: string;
  /** The windows whose means are drawn: before, during, after. */
  readonly windows: readonly string[];
  /** What the explanations are fitted to, and the periods they forecast: windows' names. */
  readonly past: string;
  readonly forecast: string;
  /** Zones that explanations name, each with one of which they say nothing, to stand in its place: a placebo. */
  readonly placebos?: Readonly<Record<string, string>>;
  /** How far rates move between stretches (log scale); estimated from the years before where absent. */
  readonly drift?: number;
  readonly seed: number;
}

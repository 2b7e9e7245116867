import type { Day, Span } from "../core/day.js";
import { InputError } from "../core/errors.js";
import type { Interval } from "../core/finding.js";
import { decimals, numbered } from "../core/print.js";
import type { Question } from "../core/question.js";
import type { Measured } from "../core/report.js";
import type { Snapshot } from "../core/snapshot.js";
import { spanBack } from "../core/spanBack.js";
import type { Data } from "../core/verdict.js";
import { betaQuantile } from "../distributions/beta.js";
import { answer } from "./answer.js";
import { checkQuestion, meets, stretchesOf, valueText } from "./criterion.js";

/** How often a question was answered with yes in earlier years, counted one way on one data set. */
export interface BaseRate {
  readonly question: string;
  readonly label: string;
  readonly data: Data;
  readonly proxy?: string;
  /** From the latest on, what each year answered. */
  readonly years: readonly { readonly since: Day; readonly observed: number; readonly outcome: boolean }[];
  readonly k: number;
  readonly n: number;
  /** k / n; 0.5 of no years. */
  readonly estimate: number;
  readonly interval: Interval;
  readonly level: number;
  /** The base rate as a probability to forecast with, (k + 1/2) / (n + 1): never 0 or 1. */
  readonly forecast: number;
  readonly reading: string;
}

/** What `baseRatesOf` may be asked. */
export interface BaseRateOptions {
  /** The day by which an earlier year's windows must be over: when the forecast was made. */
  readonly asked: Day;
  /** How many years back, at most. */
  readonly years: number;
  readonly level: number;
}

/**
 * A question's base rate, or of each of several in turn: the same question asked of each earlier year that the data cover and
 * that was over when the forecast was made, once for each way it is counted on each of these data sets. Months, quarters and
 * years move by calendar years, weeks and days by the nearest whole number of weeks. Jeffreys' interval. Counts of earlier
 * years are as the snapshot has them, not as they stood then.
 *
 * @throws InputError when the question or an option cannot be
 * @see Brown, Cai & DasGupta (2001) Statistical Science 16, 101–133
 */
export async function baseRatesOf(
  questions: Question | readonly Question[],
  snapshots: Snapshot | readonly Snapshot[],
  options: BaseRateOptions,
): Promise<BaseRate[]> {
  const { years, level } = options;
  const all = [questions].flat();
  for (const question of all) checkQuestion(question, "baseRatesOf");
  if (!Number.isInteger(years) || years < 1)
    throw new InputError(`baseRatesOf: years needs a whole number from 1, got ${years}`);
  if (!(level > 0 && level < 1))
    throw new InputError(`baseRatesOf: level needs a number between 0 and 1, got ${level}`);
  const rates: BaseRate[] = [];
  for (const question of all) {
    for (const snapshot of [snapshots].flat()) {
      const ways = question.measured.filter(({ on, cannot }) => on === snapshot.name && cannot === undefined);
      for (const measured of ways) rates.push(await baseRateOf(question, measured, snapshot, options));
    }
  }
  return rates;
}

async function baseRateOf(
  question: Question,
  measured: Measured,
  snapshot: Snapshot,
  { asked, years, level }: BaseRateOptions,
): Promise<BaseRate> {
  const found: { since: Day; observed: number; outcome: boolean }[] = [];
  let left = 0;
  for (let back = 1; back <= years; back++) {
    const earlier = shifted(question, back);
    const spans = stretchesOf(earlier);
    if (spans.some(({ since }) => since < snapshot.covers.since)) break;
    if (spans.some(({ until }) => until > asked || until > snapshot.covers.until)) continue;
    const one = await answer(snapshot, earlier, measured, level);
    if ("why" in one) left++;
    else found.push({ since: earlier.since, observed: one.value, outcome: meets(one.value, question.criterion) });
  }
  return rateOf(question, measured, snapshot, { found, left, level, asked });
}

function rateOf(
  { id, criterion }: Question,
  { label, proxy }: Measured,
  { name, asOf, hash }: Snapshot,
  { found, left, level, asked }: { found: BaseRate["years"]; left: number; level: number; asked: Day },
): BaseRate {
  const n = found.length;
  const k = found.filter((one) => one.outcome).length;
  const tail = (1 - level) / 2;
  const low = k === 0 ? 0 : betaQuantile(tail, k + 0.5, n - k + 0.5);
  const high = k === n ? 1 : betaQuantile(1 - tail, k + 0.5, n - k + 0.5);
  const seen = found.map(({ since, observed }) => `${since} ${valueText(observed, criterion)}`).join(", ");
  const lost = left === 0 ? "" : `; ${numbered(left, "year")} left out, without an answer`;
  const reading =
    n === 0
      ? `no earlier year that ${name} covers was over by ${asked}${lost}`
      : `${k} of ${numbered(n, "earlier year")} answered yes [${decimals(low, 2)}, ${decimals(high, 2)}] (from ${seen}), as ${name} of ${asOf} has them${lost}`;
  return {
    ...{ question: id, label, data: { name, asOf, hash }, ...(proxy !== undefined && { proxy }), years: found, k, n },
    ...{ estimate: n === 0 ? 0.5 : k / n, interval: n === 0 ? [0, 1] : [low, high], level },
    forecast: (k + 0.5) / (n + 1),
    reading,
  };
}

/** The same question so many years earlier. */
export function shifted(question: Question, years: number): Question {
  const moved = (span: Span): Span => spanBack(span, years, question.every);
  const { criterion } = question;
  return {
    ...question,
    ...moved(question),
    criterion: { ...criterion, ...(criterion.against !== undefined && { against: moved(criterion.against) }) },
  };
}

import type { Interval } from "../core/finding.js";
import { decimals, percent, withInterval } from "../core/print.js";
import type { Print, Resolution, WordScore } from "../core/resolution.js";
import type { Verdict } from "../core/verdict.js";
import type { WatchedPeriod, WatchedQuestion } from "../core/watchedQuestion.js";

type Row = Readonly<Record<string, string>>;

interface Settling extends Pick<Resolution, "asks" | "state" | "outcome" | "reading"> {
  readonly ways: readonly Resolution[];
}

/** One answer a question. */
export function settledRow({ asks, state, outcome, ways, reading }: Settling): Row {
  return { question: asks, answer: answerOf({ state, outcome }), ways: String(ways.length), reading };
}

function answerOf({ state, outcome }: { state: Resolution["state"]; outcome: boolean | undefined }): string {
  return state === "resolved" ? (outcome ? "yes" : "no") : state;
}

/** What one way of counting answered. */
export function resolutionRow(one: Resolution): Row {
  const { label, asOf, state, outcome, observed, interval, n, flipRisk, firstPrint, settled, reading } = one;
  const value = observed === undefined || interval === undefined ? "" : withInterval(observed, interval, 2);
  const known = state === "resolved" || state === "ambiguous";
  return {
    ...{ question: one.question, "counted as": label, "as of": asOf, answer: answerOf({ state, outcome }) },
    ...{ value, n: n > 0 ? decimals(n, 0) : "", "flip risk": flipRisk === undefined ? "" : percent(flipRisk) },
    ...{ "first print": printText(firstPrint), settled: printText(settled), data: sourceOf(one) },
    why: known ? "" : reading.replace(`${state}: `, ""),
  };
}

function printText(print: Print | undefined): string {
  return print === undefined ? "" : `${print.outcome ? "yes" : "no"}, ${brief(print.observed)} (${print.asOf})`;
}

/** What a forecast in words earned. */
export function wordScoreRow({
  question,
  word,
  range,
  outcome,
  brier,
  log,
  baseRate,
  baseBrier,
  skill,
}: WordScore): Row {
  const span = ([least, most]: readonly [number, number | null]): string =>
    `${decimals(least, 2)} to ${decimals(most, 2)}`;
  return {
    ...{ question, word: `${word}: ${percent(range[0])} to ${percent(range[1] ?? 1)}`, answer: outcome ? "yes" : "no" },
    ...{ "Brier score": span(brier), "log score": span(log) },
    "base rate": baseRate === undefined ? "" : shareText(baseRate.estimate, baseRate.interval),
    years: baseRate === undefined ? "" : String(baseRate.n),
    "its Brier score": baseBrier === undefined ? "" : decimals(baseBrier, 2),
    "skill against it": skill === undefined ? "" : span(skill),
  };
}

interface Base extends Pick<Resolution, "question" | "label" | "data" | "proxy" | "n"> {
  readonly k: number;
  readonly estimate: number;
  readonly interval: Interval;
  readonly forecast: number;
}

/** How often earlier years said yes. */
export function baseRateRow(one: Base): Row {
  return {
    ...{ question: one.question, "counted as": one.label, "yes in": `${one.k} of ${one.n} earlier years` },
    ...{
      "base rate": one.n === 0 ? "" : shareText(one.estimate, one.interval),
      "as a forecast": one.n === 0 ? "" : percent(one.forecast),
    },
    data: sourceOf(one),
  };
}

/** Where a watched question stands. */
export function watchedRow({ label, state, n, periods, data, proxy, next }: WatchedQuestion): Row {
  const last = periods[periods.length - 1];
  return {
    ...{ question: label, state, n: decimals(n, 0), ...(last ? lookRow(last) : {}) },
    "would rise at": next?.rises === undefined ? "" : `${next.rises.count} in ${next.period}`,
    data: sourceOf({ data, ...(proxy !== undefined && { proxy }) }),
  };
}

/** What was known at the end of a period. */
export function watchedPeriodRow(one: WatchedPeriod): Row {
  return { period: one.period, events: decimals(one.count, 0), "n so far": decimals(one.n, 0), ...lookRow(one) };
}

function lookRow({ estimate, wide, once }: WatchedPeriod): Row {
  return {
    "ratio, at every look": estimate === undefined ? "" : withInterval(estimate, wide.interval, 2),
    "e-value": brief(wide.eValue),
    "if looked at once": once === undefined ? "" : `[${decimals(once[0], 2)}, ${decimals(once[1], 2)}]`,
  };
}

interface Season extends Pick<Resolution, "n"> {
  readonly year: number;
  readonly counts: readonly [number, number];
  readonly rates: readonly [number, number];
  readonly ratio?: number;
  readonly interval: Interval;
}

/** The same change in another year. */
export function seasonRow({ year, counts, rates, ratio, interval, n }: Season): Row {
  return {
    ...{ year: String(year), n: decimals(n, 0), "events before and after": counts.join(" and ") },
    "rates before and after": rates.map((one) => decimals(one, 1)).join(" and "),
    ratio: ratio === undefined ? "" : withInterval(ratio, interval, 2),
  };
}

/** The data behind a number, its day, and whether it is a proxy. */
export function sourceOf({ data, proxy }: Pick<Verdict, "data" | "proxy">): string {
  return `${data.name}${data.asOf === undefined ? "" : ` as of ${data.asOf}`}${proxy === undefined ? "" : " (proxy)"}`;
}

function shareText(share: number, [low, high]: Interval): string {
  return `${percent(share)} [${percent(low)}, ${percent(high ?? 1)}]`;
}

/** Whole numbers as they are, others to three digits. */
export function brief(value: number): string {
  return Number.isInteger(value) ? decimals(value, 0) : String(Number(value.toPrecision(3)));
}

import { type Day, type Every, periodsIn } from "../core/day.js";
import { decimals, numbered, percent, withInterval } from "../core/print.js";
import type { Measured, Window } from "../core/report.js";
import type { Snapshot } from "../core/snapshot.js";
import type { NextPeriod, Spread, Tipping, WatchedPeriod, WatchedQuestion } from "../core/watchedQuestion.js";
import { mostPeriods } from "./watchedNext.js";

type Found = Omit<WatchedQuestion, "reading" | "couldFail">;

interface About {
  readonly measured: Measured;
  readonly after: Window;
  readonly every: Every;
  /** The last day, not included, of which anything is known. */
  readonly day: Day;
}

/** Why nothing can be held against a baseline yet. */
export function waitingFor({ label, until }: Window, day: Day, { name }: Snapshot): string {
  return `waiting for the end of ${label} on ${until}; ${name} is known to ${day}`;
}

/** Where a watched question stands, in sentences. */
export function readingOf(found: Found, about: About): string {
  const { measured, after, every, day } = about;
  const last = found.periods.at(-1);
  const parts =
    last === undefined
      ? [`waiting: no ${every} of ${after.label} is over by ${day}, to which ${found.data.name} is known`]
      : [soFar(found, last), stateText(found, about)];
  return `${measured.label}: ${[...parts, nextText(found), neededText(found, every), seasonText(found)].filter((one) => one !== "").join("; ")}`;
}

/** How often the evidence would mislead, and how long it would take to see what the claim is about. */
export function couldFailOf({ level, spread, needed, window, baseline }: Found, { every }: About): string {
  const most = percent(1 - level);
  const alarm = `a false alarm at any look has a chance of at most ${most} if ${every}s are independent and their variance is at most ${decimals(spread?.allowed ?? 1, 2)} times the mean (${spreadText(spread, every)})`;
  const back = needed.find((one) => one.if.endsWith("comes back"));
  if (back === undefined) return `yes: ${alarm}`;
  const times = decimals(back.rate / (baseline?.rate ?? 0), 2);
  const { length } = periodsIn(window, every);
  const [word, took] =
    back.periods === null
      ? [
          "hardly",
          `would not be seen within ${mostPeriods} ${every}s: the baseline's ${baseline?.n ?? 0} events leave too much open`,
        ]
      : [
          back.periods > length ? "not in its window" : "yes",
          `would be seen after about ${numbered(back.periods, every)}`,
        ];
  return `${word}: if ${back.if} (${times} times the baseline, n = ${back.n}) it ${took}, and ${window.label} has ${length}; ${alarm}`;
}

/**
 * Evidence for people: two digits, and no more than can be told apart.
 *
 * @example
 * evidenceText(0.7459) // "0.75"
 */
export function evidenceText(eValue: number): string {
  if (eValue >= 100_000) return "over 100,000";
  return eValue < 0.001 ? "under 0.001" : `${Number(eValue.toPrecision(2))}`;
}

function soFar({ baseline, spread, level, every }: Found, last: WatchedPeriod): string {
  const { estimate, wide, poisson, once, n } = last;
  const ratio = (interval: WatchedPeriod["wide"]["interval"]): string =>
    estimate === undefined ? `at least ${decimals(interval[0], 2)}` : withInterval(estimate, interval, 2);
  const needs = decimals(1 / (1 - level), 0);
  const held = `${baseline?.n ?? 0} in ${numbered(Number((baseline?.exposure ?? 0).toFixed(2)), every)}`;
  const bare = ([low, high]: WatchedPeriod["wide"]["interval"]): string =>
    `[${decimals(low, 2)}, ${decimals(high, 2)}]`;
  return [
    `${numbered(n, "event")} by the end of ${last.period} against ${held}`,
    `${ratio(wide.interval)} times the rate, e-value ${evidenceText(wide.eValue)} of ${needs} needed, however often one looks and with variances up to ${decimals(spread?.allowed ?? 1, 2)} times the mean`,
    `if Poisson ${bare(poisson.interval)}, e-value ${evidenceText(poisson.eValue)}`,
    ...(once === undefined ? [] : [`only if looked at once, now: ${bare(once)}`]),
  ].join("; ");
}

function stateText({ state, crossed, threshold }: Found, { after, every, day }: About): string {
  const at = (what: string): string | undefined => crossed.find((one) => one.what === what)?.period;
  const passed = at("threshold");
  const beside =
    threshold === undefined
      ? ""
      : passed === undefined
        ? `, ${threshold} times not passed`
        : `, ${threshold} times passed in ${passed}`;
  if (state === "risen" || state === "fallen") return `${state} since ${at("no change")}${beside}`;
  const alone = at("no change, if Poisson");
  const poisson = alone === undefined ? "" : `, though passed in ${alone} if Poisson`;
  return `${after.until <= day ? `not ruled out by the last ${every} that no change came` : "no change is not ruled out yet"}${poisson}${beside}`;
}

function nextText({ next }: Found): string {
  if (next === undefined) return "";
  return `next, ${next.period}: ${[tippingText(next, "rises"), tippingText(next, "falls")].join(", ")}`;
}

function tippingText(next: NextPeriod, way: "rises" | "falls"): string {
  const tipping: Tipping | undefined = next[way];
  const [word, end] = way === "rises" ? ["risen", "or more"] : ["fallen", "or fewer"];
  if (tipping === undefined) return `no count would do for ${word}`;
  const chances = tipping.chances.map((one) => `${percent(one.chance)} if ${one.if}`);
  return `${word} with ${tipping.count} ${end} (${chances.join(", ")})`;
}

function neededText({ needed }: Found, every: Every): string {
  const now = needed.find((one) => one.if.startsWith("the rate so far"));
  if (now === undefined) return "";
  const rate = `${decimals(now.rate, 1)} a ${every}, n = ${now.n}`;
  return now.periods === null
    ? `at the rate so far (${rate}) it would not be settled within ${mostPeriods} more ${every}s`
    : `at the rate so far (${rate}) it would be settled after ${numbered(now.periods, every)} in all`;
}

function seasonText({ season }: Found): string {
  const ratios = season.flatMap(({ ratio }) => ratio ?? []);
  if (ratios.length === 0) return "no earlier year to say what is usual";
  const ups = ratios.filter((ratio) => ratio > 1).length;
  return `the same stretches of ${numbered(ratios.length, "year")} before rose in ${ups} (ratios, latest first: ${ratios.map((one) => decimals(one, 2)).join(", ")})`;
}

function spreadText(spread: Spread | undefined, every: Every): string {
  if (spread?.estimate === undefined || spread.interval === undefined) return "nothing tells how much they vary";
  const from = spread.years === 0 ? "the baseline" : `the baseline and ${numbered(spread.years, "year")} before it`;
  return `${withInterval(spread.estimate, spread.interval, 2)} in ${from}, ${spread.df} ${every}s beyond their means`;
}

import { decimals } from "../core/print.js";
import type { Crossing, WatchedQuestion } from "../core/watchedQuestion.js";
import type { WatchEntry } from "./watchState.js";

/** One thing that is not as it was the last time. */
export interface WatchChange {
  readonly id: string;
  readonly label: string;
  readonly kind: "question" | "setting" | "state" | "crossed" | "period" | "revised";
  readonly text: string;
}

/** What is not as it was: the day and the hash of the data alone do not count. */
export function changesOf(last: WatchEntry, now: WatchEntry): readonly WatchChange[] {
  const gone = last.watched.filter(({ id }) => now.watched.every((one) => one.id !== id));
  return [
    ...now.watched.flatMap((one) => {
      const before = last.watched.find(({ id }) => id === one.id);
      return before === undefined ? [changed(one, "question", `newly watched: ${one.state}`)] : between(before, one);
    }),
    ...gone.map((one) => changed(one, "question", `no longer watched, was: ${one.state}`)),
  ];
}

function between(last: WatchedQuestion, now: WatchedQuestion): readonly WatchChange[] {
  const found = [
    ...settings(last, now),
    ...(last.state === now.state ? [] : [changed(now, "state", `${last.state} -> ${now.state}`)]),
    ...crossings(last, now),
    ...(last.baseline === undefined && now.baseline !== undefined
      ? [changed(now, "period", `${now.baseline.label} is over: ${decimals(now.baseline.n, 0)}`)]
      : []),
    ...periods(last, now),
    ...revisions(last, now),
  ];
  if (found.length > 0 || textOf(last) === textOf(now)) return found;
  return [changed(now, "revised", "counts of earlier years or other stretches were revised")];
}

function settings(last: WatchedQuestion, now: WatchedQuestion): readonly WatchChange[] {
  const said = (one: WatchedQuestion): string => `level ${one.level}, threshold ${one.threshold ?? "none"}`;
  return said(last) === said(now) ? [] : [changed(now, "setting", `${said(last)} -> ${said(now)}`)];
}

function crossings(last: WatchedQuestion, now: WatchedQuestion): readonly WatchChange[] {
  const said = ({ what, direction, period }: Crossing): string =>
    `${direction === "up" ? "above" : "below"} ${what} since ${period}`;
  const [before, after] = [last.crossed.map(said), now.crossed.map(said)];
  return [
    ...after.filter((one) => !before.includes(one)).map((one) => changed(now, "crossed", one)),
    ...before.filter((one) => !after.includes(one)).map((one) => changed(now, "crossed", `no longer ${one}`)),
  ];
}

function periods(last: WatchedQuestion, now: WatchedQuestion): readonly WatchChange[] {
  const before = new Map(last.periods.map((one) => [one.period, one.count]));
  const after = new Set(now.periods.map((one) => one.period));
  return [
    ...now.periods.flatMap(({ period, count }) => {
      const was = before.get(period);
      if (was === undefined) return [changed(now, "period", `${period} arrived: ${decimals(count, 0)}`)];
      return was === count
        ? []
        : [changed(now, "revised", `${period} revised: ${decimals(was, 0)} -> ${decimals(count, 0)}`)];
    }),
    ...last.periods
      .filter((one) => !after.has(one.period))
      .map((one) => changed(now, "revised", `${one.period} is gone, was ${decimals(one.count, 0)}`)),
  ];
}

function revisions(last: WatchedQuestion, now: WatchedQuestion): readonly WatchChange[] {
  const found: WatchChange[] = [];
  if (last.baseline !== undefined && now.baseline !== undefined && last.baseline.n !== now.baseline.n)
    found.push(
      changed(
        now,
        "revised",
        `${now.baseline.label} revised: ${decimals(last.baseline.n, 0)} -> ${decimals(now.baseline.n, 0)}`,
      ),
    );
  if (last.spread !== undefined && now.spread !== undefined && last.spread.allowed !== now.spread.allowed)
    found.push(
      changed(
        now,
        "revised",
        `variance over mean allowed for: ${decimals(last.spread.allowed, 4)} -> ${decimals(now.spread.allowed, 4)}`,
      ),
    );
  return found;
}

/** A question without the day, and the data's day and hash. */
function textOf({ asOf, data, reading, ...rest }: WatchedQuestion): string {
  return JSON.stringify(rest);
}

function changed({ id, label }: WatchedQuestion, kind: WatchChange["kind"], text: string): WatchChange {
  return { id, label, kind, text };
}

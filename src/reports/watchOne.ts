import { type Day, earlierOf, type Span } from "../core/day.js";
import type { Series } from "../core/panel.js";
import type { Measured, Report, Window } from "../core/report.js";
import type { Check, ReportClaim } from "../core/reportClaim.js";
import type { Snapshot } from "../core/snapshot.js";
import type { WatchedQuestion } from "../core/watchedQuestion.js";
import { totalOf } from "../inference/test.js";
import { dataOf } from "./counted.js";
import { figureOf, windowOf } from "./figures.js";
import type { WatchOptions } from "./watch.js";
import { countsIn, nextIn, overBy } from "./watchedCounts.js";
import { type Held, neededAt, type Rate, tippingOf } from "./watchedNext.js";
import { earlierYears, guessOf, spreadOf } from "./watchedPast.js";
import { crossingsOf, watchedPeriods } from "./watchedPeriods.js";
import { couldFailOf, readingOf, waitingFor } from "./watchText.js";

type Increase = Extract<Check, { type: "increase" }>;

/** One way of counting one increase that is waited for, as of a day. */
export async function watchOne(
  report: Report,
  claim: ReportClaim,
  check: Increase,
  measured: Measured,
  snapshot: Snapshot,
  options: WatchOptions,
): Promise<WatchedQuestion> {
  const { every } = report;
  const { level, threshold, phi } = options;
  const [before, after] = [windowOf(report, check.before), windowOf(report, check.after)];
  const day = [options.asOf, snapshot.asOf, snapshot.covers.until].reduce(earlierOf);
  const head = {
    id: `${claim.id}/${measured.on}/${measured.label}`,
    claim: claim.id,
    at: claim.at,
    label: `${claim.label}: ${measured.label}`,
    asks: check.asks,
    every,
    asOf: earlierOf(options.asOf, snapshot.asOf),
    data: dataOf(snapshot),
    ...(measured.proxy !== undefined && { proxy: measured.proxy }),
    level,
    ...(threshold !== undefined && { threshold }),
    window: spanOf(after),
    ...{ n: 0, periods: [], crossed: [], needed: [], season: [] },
  };
  const without = (state: "waiting" | "cannot be watched", why: string): WatchedQuestion => ({
    ...head,
    state,
    reading: `${measured.label}: ${why}`,
    couldFail: "no: there is nothing to hold periods against",
  });
  if (after.since < before.until)
    return without("cannot be watched", `${after.label} begins before ${before.label} is over`);
  if (before.until > day) return without("waiting", waitingFor(before, day, snapshot));
  const held = await countsIn(snapshot, measured, every, before);
  if ("why" in held) return without("cannot be watched", held.why);
  const guessed = await guessOf(snapshot, measured, every, { span: before, series: held.series });
  if (guessed === undefined)
    return without("cannot be watched", "no period before the baseline, nor a second one in it, to guess its rate by");
  const over = overBy(after, every, day);
  const came = over.until > over.since ? await countsIn(snapshot, measured, every, over) : undefined;
  if (came !== undefined && "why" in came) return without("cannot be watched", came.why);
  const seen = came?.series;
  const spans = { baseline: before, window: after, seen: seen === undefined ? after : over };
  const earlier = await earlierYears(snapshot, measured, every, spans);
  const { first, guess: prior, from, span } = guessed;
  const { count, exposure } = totalOf(first);
  const spread = spreadOf(first, earlier, level, phi);
  const evidence: Held = { first, prior, phi: spread.allowed, level };
  const periods = seen === undefined ? [] : watchedPeriods(evidence, seen);
  const crossed = crossingsOf(periods, threshold);
  const settled = crossed.find((one) => one.what === "no change");
  const rates = await ratesOf(report, claim, check, measured, snapshot, { first, label: before.label, day });
  const next = settled === undefined ? nextIn(after, every, day) : undefined;
  const stretch = { values: seen?.values ?? [], exposure: seen?.exposure ?? [] };
  const soFar: readonly Rate[] = seen === undefined ? [] : [{ if: "the rate so far goes on", series: seen }];
  const nothing = { values: [], exposure: [] };
  const found: Omit<WatchedQuestion, "reading" | "couldFail"> = {
    ...head,
    state:
      settled === undefined
        ? seen === undefined
          ? "waiting"
          : "nothing yet"
        : settled.direction === "up"
          ? "risen"
          : "fallen",
    n: count + (seen === undefined ? 0 : totalOf(seen).count),
    baseline: {
      ...{ label: before.label, since: span.since, until: span.until, n: count, exposure, rate: count / exposure },
      guess: { rate: prior.shape / prior.rate, ...from },
    },
    spread,
    periods,
    crossed,
    ...(next !== undefined && { next: tippingOf(evidence, stretch, next, rates) }),
    needed: [
      ...(settled === undefined ? soFar.map((rate) => neededAt(evidence, stretch, rate)) : []),
      ...rates.slice(1).map((rate) => neededAt(evidence, nothing, rate)),
    ],
    season: earlier.map((year) => year.season),
  };
  const text = { measured, after, every, day };
  return { ...found, reading: readingOf(found, text), couldFail: couldFailOf(found, text) };
}

/** The baseline's rate, and the rate whose return the claim is about: of a plan, of a change that led to the baseline, or none. */
async function ratesOf(
  report: Report,
  claim: ReportClaim,
  check: Increase,
  measured: Measured,
  snapshot: Snapshot,
  { first, label, day }: { readonly first: Held["first"]; readonly label: string; readonly day: Day },
): Promise<readonly Rate[]> {
  const rates: Rate[] = [{ if: `the rate of ${label} goes on`, series: first }];
  const name = windowBefore(report, claim, check);
  if (name === undefined) return rates;
  const window = windowOf(report, name);
  if (window.until > day || window.until > windowOf(report, check.after).since) return rates;
  const found = await countsIn(snapshot, measured, report.every, window);
  if ("why" in found) return rates;
  const series: Series = found.series;
  return [...rates, { if: `the rate of ${window.label} comes back`, series }];
}

function windowBefore(report: Report, claim: ReportClaim, check: Increase): string | undefined {
  const plan = report.plans.find((one) => one.claim === claim.id);
  if (plan !== undefined) return figureOf(report, plan.high).window;
  for (const { check: one } of report.claims) {
    if (one?.type !== "ratio" || figureOf(report, one.after).window !== check.before) continue;
    return figureOf(report, one.before).window;
  }
  return undefined;
}

function spanOf({ since, until, label }: Window): Span & { readonly label: string } {
  return { since, until, label };
}

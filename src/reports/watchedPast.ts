import { type Every, nextPeriod, periodOf, type Span } from "../core/day.js";
import type { Series } from "../core/panel.js";
import type { Measured } from "../core/report.js";
import type { Snapshot } from "../core/snapshot.js";
import { spanBack } from "../core/spanBack.js";
import type { SeasonYear, Spread } from "../core/watchedQuestion.js";
import { chiSquareQuantile } from "../distributions/gamma.js";
import { pearson } from "../inference/dispersion.js";
import type { RateGuess } from "../inference/rateGuess.js";
import { atRisk, type Stretch, totalOf } from "../inference/test.js";
import { countsIn } from "./watchedCounts.js";

/** How many earlier years are looked at. */
const years = 5;

/** One earlier year's stretches: those of the baseline, of the whole window, and of as much of it as has arrived. */
export interface EarlierYear {
  readonly baseline: Series;
  readonly window: Series;
  readonly season: SeasonYear;
}

/** The earlier years that the snapshot covers whole, the latest first; `seen` is the part of the window that counts for the season. */
export async function earlierYears(
  snapshot: Snapshot,
  measured: Measured,
  every: Every,
  { baseline, window, seen }: { readonly baseline: Span; readonly window: Span; readonly seen: Span },
): Promise<readonly EarlierYear[]> {
  const found: EarlierYear[] = [];
  for (let back = 1; back <= years; back++) {
    const spans = [baseline, window, seen].map((span) => spanBack(span, back, every));
    if (spans[1].until > baseline.since) continue;
    const [one, two, three] = [
      await countsIn(snapshot, measured, every, spans[0]),
      await countsIn(snapshot, measured, every, spans[1]),
      await countsIn(snapshot, measured, every, spans[2]),
    ];
    if ("why" in one || "why" in two || "why" in three) continue;
    const [first, last] = [totalOf(one.series), totalOf(three.series)];
    const ratio = last.count / last.exposure / (first.count / first.exposure);
    found.push({
      baseline: one.series,
      window: two.series,
      season: {
        baseline: spans[0],
        window: spans[2],
        counts: [first.count, last.count],
        ...(first.count > 0 && { ratio }),
      },
    });
  }
  return found;
}

/** How much more than Poisson counts the periods varied, each stretch about its own rate; stretches without an event tell nothing. */
export function spreadOf(baseline: Stretch, earlier: readonly EarlierYear[], level: number, stated?: number): Spread {
  const stretches = [baseline, ...earlier.flatMap((year) => [year.baseline, year.window])].filter(
    (one) => totalOf(one).count > 0,
  );
  let [square, df] = [0, 0];
  for (const one of stretches) {
    square += pearson(one);
    df += atRisk(one).values.length - 1;
  }
  const tail = (1 - level) / 2;
  return {
    ...(df > 0 && {
      estimate: square / df,
      interval: [square / chiSquareQuantile(1 - tail, df), square / chiSquareQuantile(tail, df)] as const,
    }),
    df,
    years: earlier.length,
    allowed: stated ?? Math.max(1, df > 0 ? square / df : 1),
  };
}

/** A guess of a baseline's rate, the stretch it is from, and the baseline that is left to hold periods against. */
export interface Guessed {
  readonly guess: RateGuess;
  readonly from: Span;
  readonly first: Stretch;
  readonly span: Span;
}

/**
 * What the rate of a baseline was guessed to be before it was counted, and the baseline's counts without what the guess
 * took: the rate of the year before, as far as the snapshot goes back, and without one that of the baseline's own first
 * period, which then is no longer part of it.
 */
export async function guessOf(
  snapshot: Snapshot,
  measured: Measured,
  every: Every,
  baseline: { readonly span: Span; readonly series: Series },
): Promise<Guessed | undefined> {
  const { values, exposure } = baseline.series;
  const { since, until } = baseline.span;
  const covered = snapshot.covers.since;
  const start = periodOf(covered, every) === covered ? covered : nextPeriod(covered, every);
  const year = spanBack({ since, until }, 1, every).since;
  const from = { since: year > start ? year : start, until: since };
  const before = from.since < from.until ? await countsIn(snapshot, measured, every, from) : undefined;
  if (before !== undefined && "series" in before)
    return { guess: guessed(totalOf(before.series)), from, first: baseline.series, span: baseline.span };
  if (values.length < 2) return undefined;
  const second = nextPeriod(since, every);
  return {
    guess: guessed({ count: values[0], exposure: exposure[0] }),
    from: { since, until: second },
    first: { values: values.slice(1), exposure: exposure.slice(1) },
    span: { since: second, until },
  };
}

/** About so much, give or take 70%. */
function guessed({ count, exposure }: { readonly count: number; readonly exposure: number }): RateGuess {
  return { shape: 2, rate: 2 / ((count + 0.5) / exposure) };
}

import type { Span } from "../core/day.js";
import { whyOf } from "../core/errors.js";
import type { Interval } from "../core/finding.js";
import type { Series } from "../core/panel.js";
import { decimals, numbered, withInterval } from "../core/print.js";
import type { Question } from "../core/question.js";
import type { Measured } from "../core/report.js";
import type { Snapshot } from "../core/snapshot.js";
import { count } from "../events/count.js";
import { inPeriods } from "../events/inPeriods.js";
import { select } from "../events/select.js";
import { type Stretch, totalOf } from "../inference/test.js";
import { boundText, stretchesOf, valueText } from "./criterion.js";
import { intervalOf, spreadAmong } from "./intervalOf.js";

/** The value that a question bounds, as a snapshot has it. */
export interface Answered {
  readonly value: number;
  readonly interval: Interval;
  readonly n: number;
  /** Of a ratio, what was counted before and after. */
  readonly counts?: readonly [number, number];
  /** Of the window and, of a ratio, of what it is against: exposure in periods, of a share the whole. */
  readonly exposure: readonly number[];
  readonly reading: string;
}

/** Why a snapshot gives no value; `isCounted` where that is for want of events, which may still be reported. */
export interface Unanswered {
  readonly why: string;
  readonly isCounted: boolean;
}

/**
 * Counts what a question asks, one way, in a snapshot that covers it. `like` are stretches of other years, whose spread a
 * ratio's interval allows for beside its own.
 *
 * @throws InputError when the criteria are none
 */
export async function answer(
  snapshot: Snapshot,
  question: Question,
  measured: Measured,
  level: number,
  like: readonly Stretch[] = [],
): Promise<Answered | Unanswered> {
  const { criterion, every } = question;
  const meant = select(snapshot, measured.where);
  const found: Series[] = [];
  try {
    for (const span of stretchesOf(question)) found.push(await countedIn(meant, measured, question, span));
  } catch (error) {
    return { why: whyOf(error), isCounted: false };
  }
  const [window, against] = found;
  const exposure = found.map((one) => one.exposure.reduce((sum, days) => sum + days, 0));
  const n = window.values.reduce((sum, value) => sum + value, 0);
  const noun = measured.measure === "deaths" ? "death" : "event";
  if (criterion.type === "share" && exposure[0] === 0)
    return { why: "no event of which there could be a share", isCounted: true };
  const interval = (): Interval => intervalOf(found, criterion.type, level, { like });
  const bound = boundText(criterion);
  if (criterion.type === "share") {
    const value = n / exposure[0];
    const size = withInterval(value, interval(), 2);
    const reading = `${decimals(n, 0)} of ${numbered(exposure[0], noun)}, a share of ${size}, asked for ${bound}`;
    return { value, interval: interval(), n: exposure[0], exposure, reading };
  }
  if (against === undefined) {
    const reading = `${numbered(n, noun)}, asked for ${bound}; as a sign of the rate, ${withInterval(n, interval(), 0)}`;
    return { value: n, interval: interval(), n, exposure, reading };
  }
  const before = totalOf(against).count;
  const times = (periods: number): string =>
    `${decimals(periods, 2).replace(/\.00$/, "")} ${every}${periods === 1 ? "" : "s"}`;
  const head = `${numbered(n, noun)} in ${times(exposure[0])} against ${decimals(before, 0)} in ${times(exposure[1])}`;
  if (before === 0) return { why: `${head}: nothing to divide by`, isCounted: true };
  const value = n / exposure[0] / (before / exposure[1]);
  const size = `${valueText(value, criterion)} [${interval()
    .map((end) => decimals(end, 2))
    .join(", ")}]`;
  const { phi, df } = spreadAmong([window, against, ...like]);
  const spread =
    like.length === 0 || !(phi > 0)
      ? ""
      : `, allowing for a variance ${decimals(phi, 1)} times the mean, as in these and earlier years' stretches (${numbered(df, question.every)} beyond their means)`;
  const reading = `${head}: ${size} times the rate${spread}, asked for ${bound}`;
  return { value, interval: interval(), n: n + before, counts: [before, n], exposure, reading };
}

/** The counts of one stretch, in the question's periods or others; a cut period is a fraction of one. */
export async function countedIn(
  meant: Snapshot,
  { measure = "events" }: Measured,
  { every }: Pick<Question, "every">,
  span: Span,
): Promise<Series> {
  const { since, until } = span;
  return inPeriods(await count(select(meant, { since, until }), { every, measure }))[0];
}

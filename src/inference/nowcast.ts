import { type Day, nextPeriod } from "../core/day.js";
import type { Completed, Nowcast, NowcastPeriod } from "../core/nowcast.js";
import { decimals, percent } from "../core/print.js";
import type { Triangle } from "../core/triangle.js";
import { type Ladder, varianceOf } from "./chainLadder.js";
import type { DelayOptions } from "./checkTriangle.js";
import { completionOf } from "./completionOf.js";
import { delaysOf, leastSeen, periodsText } from "./delays.js";
import { middleOf } from "./drawLadder.js";
import { type Learnt, learn } from "./learn.js";

/**
 * What the recent periods will come to once their reports are in: the count so far over the share that is in by now, with an
 * interval for the count. Its dispersion is learnt from the nowcasts that could have been made of the past; the delays'
 * own uncertainty is in it. The level of other periods is not used, so an early count of a quiet place says little. Where
 * none is in yet the interval reaches to 1 at least: reports are still to come.
 *
 * @throws InputError when an option cannot be, or the triangle is too short or too empty; DataError when it is not one
 * @see Johnson et al. (2025) Wellcome Open Research 10, 614; Lawless (1994) Canadian Journal of Statistics 22, 15–31
 */
export function nowcast(triangle: Triangle, options: DelayOptions): Nowcast {
  const learnt = learn(triangle, options, "nowcast");
  const { every, asOf, maxDelay, from } = triangle;
  const { level, seed, draws } = learnt.options;
  const cells = recentOf(triangle);
  const made = learnt.drawn.map(({ phi, shares }) =>
    cells.map(({ observed, delay }) => {
      // Where none was ever in, a drawn share is the prior's alone.
      if (learnt.ladder.shares[delay] === 0) return Number.NaN;
      return completionOf({ observed, share: shares[delay], stays: learnt.ladder.kept[delay], phi }, learnt.uniform);
    }),
  );
  const periods = cells.map((cell, i): NowcastPeriod => {
    const share = learnt.ladder.shares[cell.delay];
    const about = { ...cell, share, n: leastSeen(learnt.ladder.steps, cell.delay) };
    const place = `${cell.period}: ${eventsText(cell.observed)} so far`;
    if (share === 0)
      return {
        ...about,
        reading: `${place}; too early: none was in within ${periodsText(cell.delay, every)} of any period before`,
      };
    const whole = completed(
      [cell],
      made.map((one) => one[i]),
      learnt,
    );
    return {
      ...about,
      ...whole,
      reading: `${place}, ${percent(share)} of what will be: ${wholeText(whole)} once complete`,
    };
  });
  const isWhole = periods.every((one) => one.share > 0);
  const sums = made.map((one) => one.reduce((sum, count) => sum + count, 0));
  const total = isWhole ? completed(cells, sums, learnt) : undefined;
  const span = `${periodsText(cells.length, every)} from ${cells[0].period}`;
  const said = total
    ? `${span}: ${eventsText(total.observed)} in as of ${asOf}, ${wholeText(total)} once complete`
    : `${span}: too early for a total as of ${asOf}`;
  const delays = delaysOf(triangle, learnt);
  const reading = `${said}, reports after ${periodsText(maxDelay, every)} not counted`;
  const assumes = [
    ...delays.assumes,
    "delays of these periods as of those before",
    "nothing assumed of the level of these periods",
    learnt.options.dispersion === "past"
      ? "dispersion of past nowcasts, one for all delays"
      : "dispersion of the cells, blind to delays that drift",
  ];
  return { every, asOf, level, seed, draws, periods, ...(total && { total }), delays, from, reading, assumes };
}

interface Cell {
  readonly period: Day;
  readonly delay: number;
  readonly observed: number;
}

/** The periods whose longest delay is not over, with what is in of each. */
function recentOf({ counts, start, every, maxDelay }: Triangle): Cell[] {
  const cells: Cell[] = [];
  let period = start;
  counts.forEach((row, t) => {
    const delay = counts.length - 1 - t;
    const observed = row.reduce((sum: number, added) => sum + (added ?? 0), 0);
    if (delay < maxDelay) cells.push({ period, delay, observed });
    period = nextPeriod(period, every);
  });
  return cells;
}

function completed(
  cells: readonly Cell[],
  made: readonly number[],
  { ladder, dispersion, options }: Learnt,
): Completed {
  const wholes = cells.map(({ observed, delay }) => (observed * ladder.kept[delay]) / ladder.shares[delay]);
  const [observed, estimate] = [cells.map((one) => one.observed), wholes].map((all) => all.reduce((a, b) => a + b, 0));
  const error = Math.sqrt(Math.max(1, dispersion.phi) * varianceOfSum(ladder, cells, wholes));
  const [low, high] = middleOf(made, options.level);
  return { observed, estimate, error, interval: [low, observed === 0 ? Math.max(1, high) : high] };
}

/** The variance, at dispersion 1, of several periods' counts about their estimates: they share their delays' error. */
function varianceOfSum(ladder: Ladder, cells: readonly Cell[], wholes: readonly number[]): number {
  const last = ladder.steps.length - 1;
  let variance = 0;
  ladder.steps.forEach(({ came, seen }, d) => {
    const reaching = wholes.filter((_, i) => cells[i].delay < d).reduce((sum, whole) => sum + whole, 0);
    if (reaching > 0 && came > 0) variance += (reaching ** 2 * came) / (seen - came) / seen;
  });
  const own = { ...ladder, steps: ladder.steps.map(({ seen }) => ({ came: 0, seen })) };
  cells.forEach(({ delay }, i) => {
    variance += varianceOf(own, delay, last, wholes[i]);
  });
  return variance;
}

function wholeText({ estimate, interval: [low, high] }: Completed): string {
  return `${decimals(estimate, 1)} [${decimals(low, 0)}, ${decimals(high, 0)}]`;
}

function eventsText(n: number): string {
  return `${decimals(n, 0)} event${n === 1 ? "" : "s"}`;
}

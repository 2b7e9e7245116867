import type { Day } from "../core/day.js";
import { InputError } from "../core/errors.js";
import { decimals, pText, withInterval } from "../core/print.js";
import { binomialTails } from "../distributions/binomial.js";
import { exitChance, exitSteps } from "../math/exitChance.js";
import { random } from "../math/random.js";
import {
  checkedDraws,
  corridorOf,
  type Direction,
  type Draws,
  mostSteps,
  type Running,
  runningOf,
} from "./changeStatistic.js";
import { type Found, likeliestWindow, type Window } from "./likeliestWindow.js";
import { type NullModel, nullSeries } from "./nullSeries.js";
import { rateRatio } from "./rateRatio.js";
import { type Stretch, type Test, totalOf } from "./test.js";
import { writtenAs } from "./writtenAs.js";

/** Which windows were looked at, and what counts as more than chance. */
export interface ScanOptions extends Partial<Draws> {
  /** Windows that begin anywhere and run to the end, or any stretch of at most `most` periods. */
  readonly form: "until the end" | "any window";
  readonly most?: number;
  /** The first day a window may begin; the first period's when left out, or the second's for windows to the end. */
  readonly since?: Day;
  readonly direction: Direction;
  readonly null: Exclude<NullModel, { readonly size: number }>;
}

/**
 * Whether the rate was out of the ordinary in some window, picked after looking, such as "since 19 November": the window
 * with the greatest likelihood ratio, and how often chance alone offers one as great somewhere. The reading also says what
 * p would have been, had the window been named beforehand. `at` is its first period, `estimate` the rate inside over the
 * rate outside, `n` all events. Against `"poisson"` counts p of windows to the end is exact given the total; any other is drawn.
 *
 * @throws InputError when an option cannot be, the counts are none, or p must be drawn and there is no seed
 * @see Kulldorff (1997) Communications in Statistics: Theory and Methods 26, 1481–1496
 */
export function scan(options: ScanOptions): Test {
  checkOptions(options);
  return {
    name: writtenAs("scan", { ...options }),
    needs: 2,
    test: (stretch, level) => {
      const whole = runningOf(stretch, "scan");
      const n = whole.total;
      const { length } = stretch.values;
      const windows = windowsOf(stretch, options);
      const assumes = assumptionsOf(options);
      const looked = `${windows.length} window${windows.length === 1 ? "" : "s"}`;
      if (n === 0) return { n, reading: `no events in ${length} periods: no window stands out`, assumes };
      const best = likeliestWindow(stretch, windows, options.direction);
      if (!(best.ratio > 0)) {
        const way =
          options.direction === "both"
            ? "another rate"
            : { up: "a higher rate", down: "a lower rate" }[options.direction];
        return {
          n,
          statistic: 0,
          p: 1,
          reading: `${n} events in ${length} periods: none of ${looked} has ${way} inside, p = 1`,
          assumes,
        };
      }
      const { p, named, how } = chances(stretch, whole, windows, best, options);
      const { from, to } = best.window;
      const inside = { values: stretch.values.slice(from, to), exposure: stretch.exposure.slice(from, to) };
      const isOut = (_: number, t: number): boolean => t < from || t >= to;
      const outside = { values: stretch.values.filter(isOut), exposure: stretch.exposure.filter(isOut) };
      const { estimate, interval = [0, null] } = rateRatio("central").compare(outside, inside, level);
      const times =
        estimate === undefined ? `at least ${decimals(interval[0], 2)}` : withInterval(estimate, interval, 2);
      const span = `${placeText(stretch, from)} to ${to === length ? "the end" : `before ${placeText(stretch, to)}`}`;
      return {
        n,
        ...(estimate !== undefined && { estimate }),
        interval,
        statistic: best.ratio,
        p,
        ...(stretch.periods && { at: stretch.periods[from] }),
        reading: `${totalOf(inside).count} of ${n} events from ${span}: ${times} times the rate outside; ${pText(named)} if the window had been named beforehand, ${pText(p)} after looking at ${looked}`,
        assumes: [...assumes, how],
      };
    },
  };
}

function checkOptions(options: ScanOptions): void {
  const { form, most, direction, null: model } = options;
  const isAny = form === "any window";
  if (!isAny && form !== "until the end")
    throw new InputError(`scan: form needs "until the end" or "any window", got ${JSON.stringify(form)}`);
  if (!["up", "down", "both"].includes(direction))
    throw new InputError(`scan: direction needs "up", "down" or "both", got ${JSON.stringify(direction)}`);
  if (isAny !== (most !== undefined) || (most !== undefined && !(Number.isInteger(most) && most >= 1)))
    throw new InputError(`scan: "any window", and it alone, needs most as a whole number from 1, got ${most}`);
  if (typeof model === "object" && !(model.phi >= 1 && Number.isFinite(model.phi)))
    throw new InputError(`scan: phi needs a number from 1, got ${model.phi}`);
  if (isAny || model !== "poisson") checkedDraws(options, "scan: a p that is drawn");
}

function windowsOf({ values, periods }: Stretch, { form, most, since }: ScanOptions): Window[] {
  const { length } = values;
  const longest = most ?? length;
  const windows: Window[] = [];
  if (since !== undefined && periods === undefined) throw new InputError("scan: since needs periods that have days");
  for (let from = 0; from < length; from++) {
    if (since !== undefined && periods !== undefined && periods[from] < since) continue;
    const ends = form === "until the end" ? length : from + 1;
    for (let to = ends; to <= Math.min(length, form === "until the end" ? length : from + longest); to++)
      if (to - from < length) windows.push({ from, to });
  }
  if (windows.length === 0) throw new InputError(`scan: no window begins on ${since} or later`);
  return windows;
}

/** The chance of as much in any window, and in this one had it been named beforehand. */
function chances(
  stretch: Stretch,
  { total, shares }: Running,
  windows: readonly Window[],
  { window, ratio }: Found,
  { form, direction, null: model, ...options }: ScanOptions,
): { p: number; named: number; how: string } {
  const { from, to } = window;
  const isPoisson = model === "poisson";
  const inside = totalOf({ values: stretch.values.slice(from, to), exposure: stretch.exposure.slice(from, to) });
  const tails = binomialTails(inside.count, total, inside.exposure / totalOf(stretch).exposure);
  const [up, down] = [Math.exp(tails.upper), Math.exp(tails.lower)];
  const exactNamed = { up, down, both: Math.min(1, 2 * Math.min(up, down)) }[direction];
  if (isPoisson && form === "until the end") {
    const first = windows[0].from;
    const start = stretch.exposure.slice(0, first).reduce((sum, one) => sum + one, 0);
    // A window to the end with a higher rate is a beginning with a lower one.
    const mirrored = ({ up: "down", down: "up", both: "both" } as const)[direction];
    const bounds = corridorOf({ total, shares: shares.slice(first - 1) }, ratio, mirrored);
    const corridor = { total, weights: [start, ...stretch.exposure.slice(first)], ...bounds };
    if (exitSteps(corridor) <= mostSteps)
      return { p: Math.min(1, exitChance(corridor)), named: exactNamed, how: "p exact, given the total" };
  }
  const { seed, draws } = checkedDraws(options, "scan: a p that is drawn");
  const make = nullSeries(stretch, model, random(seed));
  let [asMuch, here] = [1, 1];
  for (let i = 0; i < draws; i++) {
    const drawn = make();
    if (likeliestWindow(drawn, windows, direction).ratio >= ratio * (1 - 1e-11)) asMuch++;
    if (!isPoisson && likeliestWindow(drawn, [window], direction).ratio >= ratio * (1 - 1e-11)) here++;
  }
  const p = asMuch / (draws + 1);
  return { p, named: isPoisson ? exactNamed : here / (draws + 1), how: `p of ${draws} draws` };
}

function assumptionsOf({ null: model, direction }: ScanOptions): string[] {
  const counts =
    model === "poisson"
      ? "Poisson counts at one rate but for the window, periods independent of each other: with more spread, or counts that carry over, p is too small"
      : model === "permutation"
        ? "periods that might have come in any order, and alike in exposure: not where counts carry over or have seasons"
        : `variance ${decimals(model.phi, 2)} times the mean, as stated, periods independent of each other`;
  const interval =
    "the interval is of a Poisson ratio, as if the window had been named beforehand, and too far from 1 for having been picked";
  const way = direction === "both" ? [] : [`only ${direction} was looked for, whatever came`];
  return [counts, interval, ...way];
}

function placeText({ periods }: Stretch, at: number): string {
  return periods === undefined ? `period ${at + 1}` : periods[at];
}

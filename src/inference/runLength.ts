import { InputError } from "../core/errors.js";
import { logTails } from "../distributions/logTails.js";
import { pmf } from "../distributions/pmf.js";
import { countOf } from "./countOf.js";

/** A CUSUM of whole counts: each adds itself less `k` (watching downward, `k` less itself), and it alarms from `h` on. */
export interface RunLengthOptions {
  /** Events that are expected a period. */
  readonly mean: number;
  /** The reference value: what a period may have without adding to the sum. */
  readonly k: number;
  /** The decision limit, in events. */
  readonly h: number;
  /** Of the negative binomial; without it the counts are Poisson. */
  readonly size?: number;
  readonly direction?: "up" | "down";
}

/**
 * How many periods a CUSUM of counts runs on average, from 0, until it alarms: at the ordinary mean the time to a false
 * alarm, at a changed one the delay. Exact, by the Markov chain of its states, for `k` and `h` on one grid of fractions;
 * no digit is lost to subtraction however long the run.
 *
 * @throws InputError when a number cannot be, or `k` and `h` share no grid of at most 1,000 steps from 0 to `h`
 * @see Brook & Evans (1972) Biometrika 59, 539–549; Lucas (1985) Technometrics 27, 129–144
 * @example
 * runLength({ mean: 1, k: 1, h: 1 }) // 3.784422382354666
 */
export function runLength({ mean, k, h, size, direction = "up" }: RunLengthOptions): number {
  for (const [name, value] of Object.entries({ mean, k, h, size: size ?? 1 }))
    if (!(value > 0 && value < Infinity))
      throw new InputError(`runLength: ${name} needs a number above 0, got ${value}`);
  for (let steps = 1; steps * h <= 1000.5; steps++) {
    if (isWhole(k * steps) && isWhole(h * steps))
      return runLengthOf({ mean, size, direction, steps, k: Math.round(k * steps), h: Math.round(h * steps) });
  }
  throw new InputError(`runLength: k and h need a common grid of at most 1,000 steps up to h, got ${k} and ${h}`);
}

/** The same with `k` and `h` in whole steps, so many to an event. */
export function runLengthOf(chart: {
  readonly mean: number;
  readonly size?: number | undefined;
  readonly direction: "up" | "down";
  readonly steps: number;
  readonly k: number;
  readonly h: number;
}): number {
  const { mean, size, direction, steps, k, h } = chart;
  const sign = direction === "up" ? 1 : -1;
  const count = countOf(mean, size);
  const chances = Float64Array.from({ length: Math.ceil((h + k) / steps) + 1 }, (_, y) => pmf(count, y));
  const moves = new Float64Array(h * h);
  const alarms = new Float64Array(h);
  const time = new Float64Array(h).fill(1);
  for (let state = 0; state < h; state++) {
    // The counts that lead to state 0 or an alarm lie beyond the two ends of those that lead elsewhere.
    const low = sign > 0 ? Math.floor((k - state) / steps) + 1 : Math.floor((state + k - h) / steps) + 1;
    const high = sign > 0 ? Math.ceil((h - state + k) / steps) - 1 : Math.ceil((state + k) / steps) - 1;
    for (let y = Math.max(0, low); y <= high; y++) moves[state * h + state + sign * (y * steps - k)] += chances[y];
    const below = low > 0 ? Math.exp(logTails(count, low - 1).lower) : 0;
    const above = Math.exp(logTails(count, high + 1).upper);
    moves[state * h] += sign > 0 ? below : above;
    alarms[state] = sign > 0 ? above : below;
  }
  return timeToAlarm(moves, alarms, time);
}

/** Takes the states away one by one, from the last: what passed through each is added to what leads past it. */
function timeToAlarm(moves: Float64Array, alarms: Float64Array, time: Float64Array): number {
  const h = alarms.length;
  for (let gone = h - 1; gone > 0; gone--) {
    const row = gone * h;
    let leaves = alarms[gone];
    for (let j = 0; j < gone; j++) leaves += moves[row + j];
    for (let i = 0; i < gone; i++) {
      const share = moves[i * h + gone] / leaves;
      if (share === 0) continue;
      for (let j = 0; j < gone; j++) moves[i * h + j] += share * moves[row + j];
      alarms[i] += share * alarms[gone];
      time[i] += share * time[gone];
    }
  }
  return time[0] / alarms[0];
}

function isWhole(x: number): boolean {
  return Math.round(x) > 0 && Math.abs(x - Math.round(x)) < 1e-9 * Math.max(1, x);
}

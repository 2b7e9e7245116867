import { runLengthOf } from "./runLength.js";

/** A CUSUM of counts without its limit, and the wanted mean number of periods between false alarms. */
export interface WantedRun {
  readonly mean: number;
  readonly k: number;
  readonly size?: number | undefined;
  readonly direction: "up" | "down";
  readonly inControl: number;
  /** About where the limit lies, in events. */
  readonly guess: number;
}

/**
 * The least decision limit, in events, with which false alarms are as rare as wanted. The reference value is moved to the
 * nearest fraction on the side that alarms more often, so the chart as it is run alarms no more often than it says.
 */
export function decisionLimit({ k, guess, inControl, direction, ...count }: WantedRun): number {
  const towards = direction === "up" ? Math.floor : Math.ceil;
  const off = (steps: number): number => Math.abs(k - towards(k * steps) / steps);
  let steps = 1;
  const finest = Math.max(1, Math.floor(250 / guess));
  for (let i = 2; i <= finest && off(steps) > 1e-3 * Math.abs(k - count.mean); i++) if (off(i) < off(steps)) steps = i;
  const isRare = (h: number): boolean =>
    runLengthOf({ ...count, direction, steps, k: towards(k * steps), h }) >= inControl;
  let high = 1;
  while (!isRare(high)) high *= 2;
  let low = high >> 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (isRare(middle)) high = middle;
    else low = middle;
  }
  return high / steps;
}

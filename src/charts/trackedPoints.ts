import type { ChartSpec } from "../core/chart.js";
import { type Day, dayNumber, nextPeriod } from "../core/day.js";
import { InputError } from "../core/errors.js";
import type { Tracked, TrackedWire } from "../core/tracked.js";

/** A day as milliseconds, as a time scale takes it. */
export function timeOf(day: Day): number {
  return dayNumber(day) * 86_400_000;
}

/** Where a period begins, ends, and lies. */
export function spanOf(day: Day, every: Tracked["every"]): { since: number; until: number; middle: number } {
  const [since, until] = [timeOf(day), timeOf(nextPeriod(day, every))];
  return { since, until, middle: (since + until) / 2 };
}

/**
 * An indicator from a day on, as the rows that charts draw: what was counted with its state, the climatology, the wire and the fan.
 *
 * @throws InputError when there is no such wire, or nothing lies after that day
 */
export function trackedPoints(
  tracked: Tracked,
  { wire = 0, since = "0000-01-01" }: { readonly wire?: number; readonly since?: Day },
  chart: string,
): { wire: TrackedWire; past: ChartSpec[]; usual: ChartSpec[]; lines: ChartSpec[]; fan: ChartSpec[]; end: number } {
  const { every, history, fan, wires } = tracked;
  const held = wires[wire];
  if (held === undefined) throw new InputError(`${chart}: needs a wire from 0 to ${wires.length - 1}, got ${wire}`);
  const shown = held.states.filter(({ period }) => period >= since);
  if (shown.length === 0) throw new InputError(`${chart}: no period lies after ${since}`);
  const at = (day: Day): ChartSpec => spanOf(day, every);
  const bands = [
    ...history.map(({ period, band }) => ({ day: period, band })),
    ...fan.map(({ target, band }) => ({ day: target, band })),
  ];
  const thresholds = [
    ...held.states.map(({ period, threshold }) => ({ day: period, threshold })),
    ...held.ahead.map(({ target, threshold }) => ({ day: target, threshold })),
  ];
  return {
    wire: held,
    past: shown.map(({ period, observed, state }) => ({ ...at(period), observed, state })),
    usual: bands.flatMap(({ day, band }) =>
      day >= since && band !== undefined ? [{ ...at(day), low: band[0], high: band[1] }] : [],
    ),
    lines: thresholds.flatMap(({ day, threshold }) =>
      day >= since && threshold !== null ? [{ ...at(day), threshold }] : [],
    ),
    fan: fan.map(({ target, median, inner, outer }) => ({
      ...{ ...at(target), median, inLow: inner[0], inHigh: inner[1], outLow: outer[0], outHigh: outer[1] },
    })),
    end: spanOf(history[history.length - 1].period, every).until,
  };
}

/** Steps as one area: each row from where its period begins, the last one again where it ends. */
export function stepped(rows: readonly ChartSpec[]): readonly ChartSpec[] {
  const last = rows[rows.length - 1];
  return last === undefined ? [] : [...rows, { ...last, since: last["until"] }];
}

/** What each colour is, in that colour, from left to right. */
export function spread(named: readonly (readonly [string, string])[]): { text: string; color: string; x: number }[] {
  let at = 0;
  return named.map(([text, color]) => {
    const x = at;
    at += 5.6 * text.length + 20;
    return { text, color, x };
  });
}

import type { Panel, Series } from "../core/panel.js";
import type { Running } from "../core/running.js";
import type { Crossing, Look, WatchedPeriod } from "../core/watchedQuestion.js";
import { quasiPoisson } from "../inference/quasiPoisson.js";
import { ratioSequence } from "../inference/ratioSequence.js";
import { wideRatioSequence } from "../inference/wideRatioSequence.js";
import type { Held } from "./watchedNext.js";

/** What was known at the end of each period of a window that has arrived. */
export function watchedPeriods({ first, prior, phi, level }: Held, seen: Series): readonly WatchedPeriod[] {
  const before: Panel = [{ ...seen, ...first }];
  const wide = wideRatioSequence(before, [seen], { level, prior, phi });
  const poisson = ratioSequence(before, [seen], { level, prior });
  return wide.map((row, t): WatchedPeriod => {
    const so = { values: seen.values.slice(0, t + 1), exposure: seen.exposure.slice(0, t + 1) };
    const periods = first.values.length + t + 1;
    const once = periods < quasiPoisson().needs ? undefined : quasiPoisson().compare(first, so, level).interval;
    return {
      ...{ period: row.period, count: seen.values[t], exposure: seen.exposure[t], n: row.n },
      ...(row.estimate !== undefined && { estimate: row.estimate }),
      wide: lookOf(row),
      poisson: lookOf(poisson[t]),
      ...(once !== undefined && { once }),
    };
  });
}

/** Each line that was passed, with the first period at whose end it was. */
export function crossingsOf(periods: readonly WatchedPeriod[], threshold: number | undefined): readonly Crossing[] {
  const found = [
    firstPast(periods, "no change", (one) => one.wide, 1),
    firstPast(periods, "no change, if Poisson", (one) => one.poisson, 1),
    threshold === undefined ? undefined : firstPast(periods, "threshold", (one) => one.wide, threshold),
  ];
  return found.filter((one) => one !== undefined);
}

function firstPast(
  periods: readonly WatchedPeriod[],
  what: Crossing["what"],
  lookOn: (period: WatchedPeriod) => Look,
  line: number,
): Crossing | undefined {
  for (const one of periods) {
    const [low, high] = lookOn(one).interval;
    // A threshold is passed away from no change: the other way round says nothing that no change does not.
    if (low > line && line >= 1) return { what, direction: "up", period: one.period };
    if (high !== null && high < line && line <= 1) return { what, direction: "down", period: one.period };
  }
  return undefined;
}

function lookOf({ interval, eValue = 1, p = 1 }: Running): Look {
  return { interval, eValue, p };
}

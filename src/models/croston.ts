import { checkAlpha, demandAhead, leastOf, neverSeen, squaredErrors } from "./intermittent.js";
import type { Fit, History, Model } from "./model.js";

/** Smoothing parameters tried where none is given: 0.01, 0.02 up to 0.5. */
const tried = Array.from({ length: 50 }, (_, i) => (i + 1) / 100);

/**
 * Croston's method for counts that are mostly 0: the counts above 0 and the periods from one to the next are smoothed apart, both
 * by `alpha`; what is expected of a period is one over the other. Where alpha is not given (or null) it is that of 0.01 to 0.5, by
 * hundredths, whose forecasts of the next period had the least squared errors. The method itself has no distribution: here it is a
 * hurdle with the method's mean, as `demandAhead` says. Not revised in periods without an event: a long quiet spell changes
 * nothing until it ends; see `tsb`. It knows no exposure and no season: where counts have one, its intervals, the same all year, cover
 * too seldom.
 *
 * @throws InputError when alpha is not from 0 to 1
 * @see Croston (1972) Operational Research Quarterly 23, 289–303
 * @example
 * croston(0.1).fit({ values: [0, 4, 0, 0, 8], exposure: [1, 1, 1, 1, 1], start: "2024-01-01", every: "month", beside: [], place: 0 }).parameters.point // 4.4 / 2.1
 */
export function croston(alpha: number | null = null): Model {
  checkAlpha(alpha, "croston");
  return { name: `croston(${alpha ?? ""})`, needs: 2, fit: (history) => fitCroston(history, alpha, () => 1) };
}

/** Croston's fit, its point forecast multiplied by a factor of the smoothing parameter. */
export function fitCroston(history: History, given: number | null, factor: (alpha: number) => number): Fit {
  const { values } = history;
  if (values.every((value) => value === 0)) return neverSeen(history);
  const lossOf = (alpha: number): number => {
    const levels = levelsOf(values, alpha);
    return squaredErrors(values, (t) => levels[t] && (factor(alpha) * levels[t].size) / levels[t].interval);
  };
  const alpha = given ?? leastOf(tried, lossOf);
  const { size, interval } = levelsOf(values, alpha)[values.length - 1] ?? { size: 0, interval: 1 };
  const point = (factor(alpha) * size) / interval;
  return { parameters: { alpha, size, interval, point }, ahead: demandAhead(history, { point, size }, alpha) };
}

/** The smoothed size and interval after each period; none before the first event. */
function levelsOf(values: readonly number[], alpha: number): ({ size: number; interval: number } | undefined)[] {
  let level: { size: number; interval: number } | undefined;
  let since = 0;
  return values.map((value) => {
    since++;
    if (value === 0) return level;
    const { size, interval } = level ?? { size: value, interval: since };
    level = { size: size + alpha * (value - size), interval: interval + alpha * (since - interval) };
    since = 0;
    return level;
  });
}

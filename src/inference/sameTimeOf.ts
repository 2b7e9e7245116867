import { type Day, dayNumber, yearsBefore } from "../core/day.js";

/** The index of the period that starts nearest the day so many years before that of period `t`; -1 where none does. */
export function sameTimeOf(periods: readonly Day[], t: number, years: number): number {
  const day = dayNumber(yearsBefore(periods[t], years));
  const first = dayNumber(periods[0]);
  const step = (dayNumber(periods[t]) - first) / t;
  if (!(day > first - step / 2)) return -1;
  const away = (i: number): number => Math.abs(dayNumber(periods[i]) - day);
  let at = Math.min(t, Math.max(0, Math.round((day - first) / step)));
  while (at > 0 && away(at - 1) < away(at)) at--;
  while (at < t && away(at + 1) < away(at)) at++;
  return at;
}

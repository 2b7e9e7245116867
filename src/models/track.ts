import { type Day, dayNumber, isDay, nextPeriod } from "../core/day.js";
import { InputError } from "../core/errors.js";
import { keyText } from "../core/keyText.js";
import type { Panel, Series } from "../core/panel.js";
import { numbered, percent, withInterval } from "../core/print.js";
import type { FanStep, Tracked, TrackedPeriod, Tripwire } from "../core/tracked.js";
import { quantile } from "../distributions/quantile.js";
import { bandOf, timesOfYear } from "./climatologyOf.js";
import { countInterval, sizeOf } from "./countInterval.js";
import { forecast } from "./forecast.js";
import type { Model } from "./model.js";
import { periodsInYear } from "./periodsInYear.js";
import { trackWire } from "./trackWire.js";

export interface TrackOptions {
  readonly model: Model;
  /** Periods ahead. */
  readonly ahead: number;
  /** Of every interval, and of the fan. */
  readonly level: number;
  /** How many earlier years the climatology may look back to. */
  readonly years: number;
  readonly tripwires: readonly Tripwire[];
  readonly seed: number;
  /** The day on which it is looked at; the last period has to be over. */
  readonly asOf: Day;
  /** Periods to either side that count as the same time of year: 1 unless said, 0 for years. */
  readonly around?: number;
  readonly draws?: number;
}

/**
 * Each followed series as it stands: the last count with an interval and its place among the same time of earlier years,
 * what the time of year brings, the forecast ahead, and each wire's states, false alarms and chance of being passed. No
 * state rests on a count that came after it; counts are taken as they stand now, so what was corrected since is in all of them.
 *
 * @throws InputError when an option cannot be, the last period is not over, or the model cannot be fitted
 * @see Conformal ranks: Vovk, Gammerman & Shafer (2005) Algorithmic Learning in a Random World, chapter 2
 */
export function track(panel: Panel, options: TrackOptions): Tracked[] {
  const { model, ahead, level, years, tripwires, seed, asOf, draws = 1000 } = options;
  checkTrack(options);
  const forecasts = forecast(panel, [model], { ahead, seed, draws });
  return panel.map((series, i): Tracked => {
    const { key, recipe, from, values } = series;
    const { every } = recipe;
    const around = options.around ?? (every === "year" ? 0 : 1);
    const times = timesOfYear(series, { every, years, around }, ahead);
    const own = forecasts.slice(i * ahead, (i + 1) * ahead);
    const history = periodsOf(series).map((period, t): TrackedPeriod => {
      return { period, observed: values[t], ...bandOf(times.before(t, t)) };
    });
    const n = history.length;
    const { period } = history[n - 1];
    const end = nextPeriod(period, every);
    if (end > asOf)
      throw new InputError(
        `track: the period of ${period} ends on ${end}, after asOf ${asOf} (${keyText(series.key)})`,
      );
    const fan = own.map(({ target, step, says }): FanStep => {
      const at = (p: number): number => quantile(says, p);
      const tail = (1 - level) / 2;
      return {
        ...{ target, step, median: at(0.5), inner: [at(0.25), at(0.75)], outer: [at(tail), at(1 - tail)] },
        ...bandOf(times.before(n - 1 + step, n)),
      };
    });
    const context = { history, times, forecasts: own, every, level, years, around };
    return {
      ...{ key, recipe, from, every, asOf, model: model.name, level, years, around, n, history },
      now: nowOf(series, history[n - 1], times.before(n - 1, n - 1), level),
      fan,
      wires: tripwires.map((one) => trackWire(one, context)),
      assumes: assumed(dayNumber(asOf) - dayNumber(end)),
    };
  });
}

function nowOf(
  { recipe: { every, measure }, values }: Series,
  last: TrackedPeriod,
  usual: readonly number[],
  level: number,
): Tracked["now"] {
  const found = countInterval(last.observed, level, sizeOf(values.slice(-5 * periodsInYear[every] - 1, -1)));
  const below = usual.filter((one) => one < last.observed).length;
  const same = usual.filter((one) => one === last.observed).length;
  const percentile = usual.length === 0 ? undefined : (below + same / 2) / usual.length;
  const rate = withInterval(
    last.observed,
    found.interval,
    found.interval[1] !== null && found.interval[1] < 10 ? 1 : 0,
  );
  const place =
    percentile === undefined
      ? "no earlier year to hold it against"
      : `above ${percent(percentile)} of the same time of earlier years (n = ${numbered(usual.length, "count")})`;
  const what = typeof measure === "string" ? measure : "share";
  return {
    ...last,
    ...found,
    ...(percentile !== undefined && { percentile }),
    reading: `${rate} ${what} in the ${every} of ${last.period} (${percent(level)} interval, ${found.spread}); ${place}`,
  };
}

function periodsOf({ start, values, recipe: { every } }: Series): Day[] {
  const days: Day[] = [];
  for (let day = start; days.length < values.length; day = nextPeriod(day, every)) days.push(day);
  return days;
}

function assumed(age: number): string[] {
  return [
    `counts as they stand in the data, whose last period ended ${numbered(age, "day")} before asOf: reports still to come would raise it`,
    "earlier years are a guide to this one: where a place has turned lively or quiet, the climatology lags behind",
    "a wire's interval takes its periods as independent: where alarms come in runs it is too short",
    "a wire that tripped may have been right: its rate in the past is the most that was false",
  ];
}

function checkTrack({ level, years, tripwires, asOf, around }: TrackOptions): void {
  if (!(level > 0 && level < 1)) throw new InputError(`track: level needs a number between 0 and 1, got ${level}`);
  if (!(Number.isInteger(years) && years > 0))
    throw new InputError(`track: years needs a whole number above 0, got ${years}`);
  if (around !== undefined && !(Number.isInteger(around) && around >= 0))
    throw new InputError(`track: around needs a whole number from 0, got ${around}`);
  if (tripwires.length === 0) throw new InputError("track: needs a tripwire, got none");
  if (!isDay(asOf)) throw new InputError(`track: asOf needs a day as YYYY-MM-DD, got ${JSON.stringify(asOf)}`);
}

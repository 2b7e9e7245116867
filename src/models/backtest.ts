import type { Backtest } from "../core/backtest.js";
import { type Day, isDay, nextPeriod, periodOf } from "../core/day.js";
import { InputError } from "../core/errors.js";
import type { Panel } from "../core/panel.js";
import type { DoneChunk } from "./backtestChunk.js";
import { combined, withMembers } from "./combined.js";
import { checkForecast, type ForecastOptions } from "./forecast.js";
import { historiesOf } from "./histories.js";
import type { Model } from "./model.js";
import { type NamedChunk, runChunks } from "./runChunks.js";
import { sortedForecasts } from "./sortedForecasts.js";

/** What a back-test may be asked. */
export interface BacktestOptions extends ForecastOptions {
  /** The first origin, the last period that a model sees; the period that holds this day. */
  readonly since: Day;
  /** The last one; the last period but one of the panel unless said, whose next can still be looked up. */
  readonly until?: Day;
  /** Periods from one origin to the next; 1 unless said. */
  readonly apart?: number;
  /** Models see so many periods (rolling origin); all of them unless said (expanding). */
  readonly window?: number;
  /** Threads; 1 unless said. The bytes are the same for any number. */
  readonly cores?: number;
  /** The counts as they stood at an origin's end; without it they are taken as they stand now, and a warning says so. */
  readonly asKnown?: (origin: Day) => Promise<Panel>;
  /** Called when a part is done. */
  readonly progress?: (done: number, all: number) => void;
  /** Ends it early: nothing is returned, but what was written to the journal stays. */
  readonly signal?: AbortSignal;
  /** What was done before, and where to write what is done: a stopped back-test goes on where it was. */
  readonly journal?: Journal;
}

/** Parts of a back-test by name. */
export interface Journal {
  read(name: string): DoneChunk | undefined;
  write(name: string, done: DoneChunk): void;
}

/** Origins of one model that make one part. */
const partOf = 12;

/**
 * What models would have said at each origin, had they been asked then: each sees the counts up to the origin and nothing
 * after. A model that cannot be fitted at an origin leaves a failure with its reason, and no forecast. A model that
 * `modelNamed` cannot make, such as one written in a notebook, runs in this thread.
 *
 * @throws InputError when the panel is not of counts over the same periods, an option cannot be, or the signal ends it
 * @see Tashman (2000) International Journal of Forecasting 16, 437–450
 */
export async function backtest(panel: Panel, models: readonly Model[], options: BacktestOptions): Promise<Backtest> {
  const { ahead, seed, draws = 1000, asKnown } = options;
  checkForecast({ ahead, seed, draws }, "backtest");
  historiesOf(panel, "backtest");
  if (models.length === 0) throw new InputError("backtest: needs a model, got none");
  const twice = models.find((one, i) => models.findIndex(({ name }) => name === one.name) !== i);
  if (twice !== undefined) throw new InputError(`backtest: needs each model once, got ${twice.name} twice`);
  const { plain, ensembles, before } = withMembers(models);
  const { origins, from } = originsOf(panel, options, before);
  const seen: Panel[] = [];
  for (const origin of origins) {
    const known = asKnown === undefined ? panel : await asKnown(origin);
    seen.push(upTo(known, origin, options.window));
  }
  const chunks = plain.flatMap((model) => {
    const parts: NamedChunk[] = [];
    for (let first = 0; first < origins.length; first += partOf) {
      const panels = seen.slice(first, first + partOf);
      const name = JSON.stringify([model.name, ...origins.slice(first, first + partOf)]);
      parts.push({ name, model, chunk: { model: model.name, panels, ahead, seed, draws } });
    }
    return parts;
  });
  const done = await runChunks(chunks, options);
  const found = combined(joined(done), ensembles, { seen, origins, ahead });
  const wanted = new Set(models.map(({ name }) => name));
  const isWanted = (one: { model: string; origin: Day }): boolean =>
    wanted.has(one.model) && one.origin >= origins[from];
  return {
    forecasts: sortedForecasts(
      found.forecasts.filter(isWanted),
      models.map(({ name }) => name),
    ),
    failures: found.failures.filter(isWanted),
    origins: origins.slice(from),
    ahead,
    warnings:
      asKnown === undefined
        ? [
            "counts are taken as the data have them now, not as they stood at each origin: late reports and corrections make a past look better known than it was",
          ]
        : [],
  };
}

function joined(done: readonly DoneChunk[]): DoneChunk {
  return {
    forecasts: done.flatMap(({ forecasts }) => forecasts),
    failures: done.flatMap(({ failures }) => failures),
  };
}

/** The origins, with as many before the first as ensembles learn from; `from` is the place of the first that was asked for. */
function originsOf(
  panel: Panel,
  { since, until, apart = 1, window }: BacktestOptions,
  before: number,
): { origins: Day[]; from: number } {
  const [{ start, values, recipe }] = panel;
  for (const [name, day] of Object.entries({ since, ...(until !== undefined && { until }) })) {
    if (!isDay(day)) throw new InputError(`backtest: ${name} needs a day as YYYY-MM-DD, got ${JSON.stringify(day)}`);
  }
  for (const [name, value] of Object.entries({ apart, ...(window !== undefined && { window }) })) {
    if (!(Number.isInteger(value) && value > 0))
      throw new InputError(`backtest: ${name} needs a whole number above 0, got ${value}`);
  }
  const { every } = recipe;
  const periods: Day[] = [];
  for (let period = start; periods.length < values.length; period = nextPeriod(period, every)) periods.push(period);
  const last = until === undefined ? (periods.at(-2) ?? start) : periodOf(until, every);
  const first = periods.findIndex((period) => period >= periodOf(since, every));
  const isOrigin = (i: number): boolean => (i - first) % apart === 0 && periods[i] <= last;
  const origins = periods.filter((_, i) => i >= first - before * apart && isOrigin(i));
  const from = origins.findIndex((origin) => origin >= periods[first]);
  if (first < 0 || from < 0)
    throw new InputError(
      `backtest: no ${every} of the counts lies in ${since} to ${last} (${start} to ${periods.at(-1)})`,
    );
  return { origins, from };
}

/** The counts up to an origin and nothing after. */
function upTo(panel: Panel, origin: Day, window: number | undefined): Panel {
  return panel.map((series) => {
    const { every } = series.recipe;
    let length = 0;
    for (let period = series.start; period <= origin && length < series.values.length; length++)
      period = nextPeriod(period, every);
    const first = window === undefined ? 0 : Math.max(0, length - window);
    let start = series.start;
    for (let t = 0; t < first; t++) start = nextPeriod(start, every);
    const [values, exposure] = [series.values.slice(first, length), series.exposure.slice(first, length)];
    return { ...series, start, values, exposure };
  });
}

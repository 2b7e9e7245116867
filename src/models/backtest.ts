import { setImmediate as breathe } from "node:timers/promises";
import type { Backtest, BacktestPart } from "../core/backtest.js";
import type { Day } from "../core/day.js";
import { InputError } from "../core/errors.js";
import type { Panel } from "../core/panel.js";
import { backtestPart, upTo } from "./backtestPart.js";
import { type BacktestJob, type BacktestPool, backtestPool } from "./backtestPool.js";
import { combined, withMembers } from "./combined.js";
import { historiesOf } from "./histories.js";
import { isNamed } from "./isNamed.js";
import { joinedParts, sortedRows } from "./joinedParts.js";
import type { Model } from "./model.js";
import { checkBacktest, originsBefore, originsOf } from "./originsOf.js";
import { panelsAt } from "./panelsAt.js";

export interface BacktestOptions {
  /** How many periods ahead: 6 says the next 6 of every origin. */
  readonly ahead: number;
  /** The first origin is the first period that begins on this day or later; an origin is the last period seen. */
  readonly since: Day;
  /** The last origin begins before this day; unless said it is the last period but one, of which something came. */
  readonly until?: Day;
  /** Periods from one origin to the next; 1 unless said. */
  readonly every?: number;
  /** How many periods a model sees, a rolling origin; all there are unless said, an expanding one. */
  readonly window?: number;
  readonly seed: number;
  /** How many draws, of models that say by draws what may come; 1,000 unless said. */
  readonly draws?: number;
  /** Worker threads; with 1, which it is unless said, all is done on this one. Needs the built library. */
  readonly cores?: number;
  /** Told after each part how many of all are done. */
  readonly progress?: (done: number, all: number) => void;
  /** Handed each part once it is made, to be kept against an interruption. */
  readonly keep?: (part: BacktestPart) => void;
  /** Parts kept before, of this panel and these options, which are not made again. */
  readonly known?: readonly BacktestPart[];
  readonly signal?: AbortSignal;
  /** The counts as they stood once an origin's period was over; undefined where nothing tells. */
  readonly knownAt?: (origin: Day) => Promise<Panel | undefined>;
}

/**
 * What models would have said of the periods after each origin, from what lay at or before it alone: the counts as they stand
 * now, cut off there, or where `knownAt` is given as they stood then. A model that cannot be fitted at an origin is a failure
 * with its reason. The outcome is the same, byte for byte, for any number of cores, any order of the models, and for parts
 * taken up again.
 *
 * Of an ensemble its members are run, from as many origins before the first as it learns from, and what they said is put
 * together: at each origin from what was known by then. Models travel to other threads by their names; one whose name does not make it (see `isNamed`), such as one written in a
 * notebook's cell, runs on this thread.
 *
 * @throws InputError when an option cannot be, the series are not counts over the same periods, two models share a name, no
 * period can be an origin, or the signal stops it; DataError as `knownAt` does
 * @see Tashman (2000) International Journal of Forecasting 16, 437–450
 */
export async function backtest(panel: Panel, models: readonly Model[], options: BacktestOptions): Promise<Backtest> {
  const { ahead, seed, draws = 1000, window, cores = 1, progress, keep, known = [], signal } = options;
  checkBacktest(models, options);
  historiesOf(panel, "backtest");
  const { plain, ensembles, before } = withMembers(models);
  const wanted = originsOf(panel, options);
  const origins = [...originsBefore(panel, wanted[0], { every: options.every, before }), ...wanted];
  const { at, warnings } = await panelsAt(panel, origins, options.knownAt);
  const asked = { ahead, seed, draws, ...(window !== undefined && { window }) };

  const names = new Set(plain.map(({ name }) => name));
  const parts = new Map<string, BacktestPart>();
  for (const part of known)
    if (names.has(part.model) && origins.includes(part.origin)) parts.set(nameOf(part.model, part.origin), part);
  const all = plain.length * origins.length;
  const add = (part: BacktestPart): void => {
    parts.set(nameOf(part.model, part.origin), part);
    keep?.(part);
    progress?.(parts.size, all);
  };
  const checkStopped = (): void => {
    if (signal?.aborted)
      throw new InputError(`backtest: stopped, ${parts.size} of ${all} parts done; hand those kept as known to go on`);
  };
  const left = (model: Model): Day[] => origins.filter((origin) => !parts.has(nameOf(model.name, origin)));

  const away = cores > 1 ? plain.filter((model) => isNamed(model) && left(model).length > 0) : [];
  const here = plain.filter((model) => !away.includes(model));
  checkStopped();
  const pool = away.length > 0 ? await backtestPool({ panel, ...asked }, cores) : undefined;
  try {
    const jobs = away.flatMap((model) => jobsOf(model.name, left(model), at, cores));
    const work = [
      ...(pool === undefined ? [] : [runJobs(pool, jobs, add, signal)]),
      (async () => {
        for (const model of here)
          for (const origin of left(model)) {
            await breathe();
            checkStopped();
            add(backtestPart(at.get(origin) ?? panel, model, origin, asked));
          }
      })(),
    ];
    await Promise.all(work);
  } catch (error) {
    checkStopped();
    throw error;
  } finally {
    await pool?.end();
  }
  const seen = origins.map((origin) => at.get(origin) ?? panel.map((series) => upTo(series, origin)));
  const found = combined(joinedParts([...parts.values()]), ensembles, { seen, origins, ahead });
  const asks = new Set(models.map(({ name }) => name));
  const isWanted = (row: { model: string; origin: Day }): boolean => asks.has(row.model) && row.origin >= wanted[0];
  return {
    forecasts: sortedRows(found.forecasts.filter(isWanted)),
    failures: sortedRows(found.failures.filter(isWanted)),
    ...{ origins: wanted, ahead, warnings },
  };
}

function nameOf(model: string, origin: Day): string {
  return `${origin} ${model}`;
}

/** A model's origins in a few blocks for each core, so that none waits long for the last. */
function jobsOf(model: string, origins: readonly Day[], at: ReadonlyMap<Day, Panel>, cores: number): BacktestJob[] {
  const size = Math.ceil(origins.length / (4 * cores));
  const jobs: BacktestJob[] = [];
  for (let i = 0; i < origins.length; i += size)
    jobs.push({
      model,
      origins: origins.slice(i, i + size).map((origin) => {
        const panel = at.get(origin);
        return { origin, ...(panel !== undefined && { panel }) };
      }),
    });
  return jobs;
}

/** Runs the jobs, handing over the parts of each as it ends; ends at once when the signal says so. */
async function runJobs(
  pool: BacktestPool,
  jobs: readonly BacktestJob[],
  add: (part: BacktestPart) => void,
  signal: AbortSignal | undefined,
): Promise<void> {
  let stop = (): void => {};
  const stopped = new Promise<never>((_, fail) => {
    stop = () => fail(new InputError("backtest: stopped"));
  });
  signal?.addEventListener("abort", stop, { once: true });
  try {
    const running = jobs.map(async (job) => {
      for (const part of await pool.run(job)) if (signal?.aborted !== true) add(part);
    });
    for (const one of running) one.catch(() => {});
    await Promise.race([Promise.all(running), stopped]);
  } finally {
    signal?.removeEventListener("abort", stop);
  }
}

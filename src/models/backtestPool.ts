import type { BacktestPart } from "../core/backtest.js";
import type { Day } from "../core/day.js";
import { InputError } from "../core/errors.js";
import type { Panel } from "../core/panel.js";
import type { Asked } from "./forecastSeries.js";

/** What every worker is given at its start. */
export interface BacktestShared extends Asked {
  readonly panel: Panel;
  readonly window?: number;
}

/** What a worker is asked: one model, from a few origins, and the counts as they stood there where they differ. */
export interface BacktestJob {
  readonly model: string;
  readonly origins: readonly { readonly origin: Day; readonly panel?: Panel }[];
}

/** Runs jobs over worker threads; `end` stops them all, whatever they are at. */
export interface BacktestPool {
  run(job: BacktestJob): Promise<readonly BacktestPart[]>;
  end(): Promise<void>;
}

/**
 * Worker threads that make models by their names.
 *
 * @throws InputError when the library runs from its TypeScript, which workers cannot load
 */
export async function backtestPool(shared: BacktestShared, cores: number): Promise<BacktestPool> {
  if (!import.meta.url.endsWith(".js"))
    throw new InputError(`backtest: more than 1 core needs the built library; run npm run build, got ${cores} cores`);
  const { Piscina } = await import("piscina");
  const pool = new Piscina<BacktestJob, readonly BacktestPart[]>({
    filename: new URL("./backtestWorker.js", import.meta.url).href,
    name: "backtestWorker",
    workerData: shared,
    minThreads: cores,
    maxThreads: cores,
    execArgv: [],
  });
  return { run: async (job) => await pool.run(job), end: async () => await pool.destroy() };
}

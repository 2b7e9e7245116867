import { workerData } from "piscina";
import type { BacktestPart } from "../core/backtest.js";
import { backtestPart } from "./backtestPart.js";
import type { BacktestJob, BacktestShared } from "./backtestPool.js";
import { modelNamed } from "./modelNamed.js";

/** What a worker thread of a back-test does with a job; piscina calls a worker's file by its default export or this name. */
export function backtestWorker({ model, origins }: BacktestJob): BacktestPart[] {
  const { panel, ...asked }: BacktestShared = workerData;
  const made = modelNamed(model);
  return origins.map(({ origin, panel: own = panel }) => backtestPart(own, made, origin, asked));
}

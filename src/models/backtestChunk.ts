import type { Failure } from "../core/backtest.js";
import type { Forecast } from "../core/forecast.js";
import type { Panel } from "../core/panel.js";
import { forecastOrFail } from "./forecastOne.js";
import { historiesOf } from "./histories.js";
import type { Model } from "./model.js";

/** A part of a back-test: one model at some origins, each with the counts that it may see. */
export interface Chunk {
  readonly model: string;
  readonly panels: readonly Panel[];
  readonly ahead: number;
  readonly seed: number;
  readonly draws: number;
}

/** What came of a part of a back-test. */
export interface DoneChunk {
  readonly forecasts: readonly Forecast[];
  readonly failures: readonly Failure[];
}

/** What one model says at each origin of a chunk. */
export function backtestChunk({ panels, ahead, seed, draws }: Omit<Chunk, "model">, model: Model): DoneChunk {
  const forecasts: Forecast[] = [];
  const failures: Failure[] = [];
  for (const panel of panels) {
    const histories = historiesOf(panel, "backtest");
    panel.forEach((_, place) => {
      const done = forecastOrFail(panel, histories, place, model, { ahead, seed, draws });
      forecasts.push(...done.forecasts);
      failures.push(...done.failures);
    });
  }
  return { forecasts, failures };
}

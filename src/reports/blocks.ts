import type { Day } from "../core/day.js";
import { DataError } from "../core/errors.js";
import type { Hypothesis } from "../core/hypothesis.js";
import type { Series } from "../core/panel.js";
import type { Report } from "../core/report.js";
import { sliceOf } from "../core/slice.js";
import type { Snapshot } from "../core/snapshot.js";
import { count } from "../events/count.js";
import { select } from "../events/select.js";
import type { Stretch } from "../inference/test.js";
import { monthsIn, windowOf } from "./figures.js";

/** The months of one zone for which a hypothesis expects one past rate: that past, and what came. */
export interface Block {
  readonly zone: string;
  readonly like: string;
  readonly past: Stretch;
  readonly target: Stretch;
  readonly periods: readonly Day[];
}

/** Every hypothesis with its blocks, in the report's order. */
export type Forecasts = readonly { readonly id: string; readonly blocks: readonly Block[] }[];

/** A hypothesis' forecasts: one block for each zone and past, so that months of one rate share what is not known of it. */
export function blocksOf(report: Report, panel: readonly Series[], { id, predicts }: Hypothesis): readonly Block[] {
  for (const window of predicts.flatMap((one) => [one.window, one.like])) {
    if (Number.isInteger(monthsIn(windowOf(report, window)))) continue;
    throw new DataError(`weigh: ${id} needs stretches of whole months, got ${window}`);
  }
  const names = [...new Set(predicts.map(({ zone, like }) => JSON.stringify([zone, like])))];
  return names.map((name) => {
    const [zone, like]: readonly string[] = JSON.parse(name);
    const series = panel.find((one) => one.key["zone"] === zone);
    if (series === undefined) throw new DataError(`weigh: ${zone} is a region; name its zones one by one`);
    const past = windowOf(report, like);
    const cells = predicts
      .filter((one) => one.zone === zone && one.like === like)
      .map((one) => sliceOf(series, windowOf(report, one.window)))
      .flatMap(({ periods, values, exposure }) =>
        periods.map((period, t) => ({ period, value: values[t], days: exposure[t] })),
      )
      .sort((a, b) => (a.period < b.period ? -1 : 1));
    const early = cells.find((cell) => cell.period < past.until);
    if (early !== undefined)
      throw new DataError(`weigh: ${id} forecasts ${early.period} from ${like}, which is not over by then`);
    return {
      zone,
      like,
      past: sliceOf(series, past),
      target: { values: cells.map((cell) => cell.value), exposure: cells.map((cell) => cell.days) },
      periods: cells.map((cell) => cell.period),
    };
  });
}

/** The monthly counts of every zone that a report's hypotheses name, from their first past to their last target. */
export async function panelOf(report: Report, snapshot: Snapshot): Promise<readonly Series[]> {
  const predicts = report.hypotheses.flatMap((one) => one.predicts);
  const spans = predicts.flatMap(({ window, like }) => [windowOf(report, window), windowOf(report, like)]);
  const since = spans.map((span) => span.since).sort()[0];
  const until = spans
    .map((span) => span.until)
    .sort()
    .reverse()[0];
  const zone = [...new Set(predicts.map((one) => one.zone))];
  return await count(select(snapshot, { zone, since, until }), { every: "month", by: ["zone"] });
}

/**
 * Refuses hypotheses that do not forecast the same zones and months, each once: their chances could not be compared.
 *
 * @throws DataError that names the first at fault
 */
export function checkCells(report: Report, forecasts: readonly { id: string; blocks: readonly Block[] }[]): void {
  const cellsOf = (blocks: readonly Block[]): string[] =>
    blocks.flatMap(({ zone, periods }) => periods.map((period) => `${zone} ${period}`)).sort();
  if (forecasts.length < 2) throw new DataError(`weigh: ${report.id} needs 2 hypotheses, got ${forecasts.length}`);
  const [first] = forecasts;
  for (const one of forecasts) {
    const cells = cellsOf(one.blocks);
    const twice = cells.find((cell, i) => cell === cells[i - 1]);
    if (twice !== undefined) throw new DataError(`weigh: ${one.id} forecasts ${twice} twice`);
    if (cells.join() !== cellsOf(first.blocks).join()) {
      throw new DataError(`weigh: ${one.id} and ${first.id} forecast different zones or months`);
    }
  }
}

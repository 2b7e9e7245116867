import type { Distribution } from "../core/distribution.js";
import type { HubOutput } from "../core/hubRow.js";
import { hubChances, rising } from "./hubChances.js";
import { decimalOf, type HubReading, rowFault } from "./hubTask.js";

/** One row of a task: what is told, at what, and where it stands. */
export interface HubCell {
  readonly id: string | undefined;
  readonly value: number;
  readonly row: number;
}

/** One step of a series by samples. */
export interface SampledStep {
  readonly series: string;
  readonly step: number;
  readonly cells: readonly HubCell[];
  readonly row: number;
}

interface Saying {
  readonly reading: HubReading;
  readonly levels: readonly number[];
  /** The ids of the paths in order, where the steps of the series share them. */
  readonly order: readonly string[] | undefined;
  readonly isAsked: boolean;
  /** Whether a cdf may end below 1, what is left lying at its last value. */
  readonly isOpen: boolean;
}

/** What the rows of one task in one output say. */
export function hubSays(output: HubOutput, cells: readonly HubCell[], saying: Saying): Distribution {
  const { reading, levels, order, isAsked, isOpen } = saying;
  if (output === "mean" || output === "median") {
    if (cells.length > 1) throw rowFault(reading, cells[1].row, `a second ${output}, after row ${cells[0].row}`);
    return { family: "draws", values: [cells[0].value], isWhole: true };
  }
  const told = checkedIds(output, cells, reading);
  if (output === "sample") {
    const values = new Map(told.map(({ id, value }) => [id, value]));
    return {
      family: "draws",
      values: order === undefined ? told.map(({ value }) => value) : order.map((id) => values.get(id) ?? Number.NaN),
    };
  }
  if (output === "pmf") return hubChances(told, reading, isAsked);
  const points = told
    .map(({ id, value, row }) => ({ at: asNumber(id, output, row, reading), value, row }))
    .sort((a, b) => a.at - b.at);
  if (output === "quantile") return quantilesIn(points, levels, reading);
  return cumulatedIn(points, reading, isOpen);
}

/**
 * Of each series whose steps share the ids of their samples, those ids in order: they are paths. Steps that share none are
 * samples of each step alone; a path that breaks off is a fault.
 */
export function pathsOf(steps: readonly SampledStep[], reading: HubReading): Map<string, readonly string[]> {
  const series = new Map<string, SampledStep[]>();
  for (const one of steps) series.set(one.series, [...(series.get(one.series) ?? []), one]);
  const paths = new Map<string, readonly string[]>();
  for (const [name, [first, ...rest]] of series) {
    const ids = first.cells.map(({ id }) => id ?? "");
    const known = new Set(ids);
    const shared = rest.map(({ cells }) => cells.filter(({ id }) => known.has(id ?? "")).length);
    if (rest.length > 0 && shared.every((count) => count === 0)) continue;
    for (const { cells, step, row } of rest) {
      const here = new Set(cells.map(({ id }) => id ?? ""));
      const lost = ids.find((id) => !here.has(id));
      if (lost !== undefined) throw rowFault(reading, row, `path ${lost} breaks off: it has no sample at step ${step}`);
      const odd = cells.find(({ id }) => !known.has(id ?? ""));
      if (odd !== undefined)
        throw rowFault(reading, odd.row, `path ${odd.id} has no sample at step ${first.step}, as others have`);
    }
    paths.set(name, ids);
  }
  return paths;
}

/** Rows with an id each, no two alike. */
function checkedIds(
  output: HubOutput,
  cells: readonly HubCell[],
  reading: HubReading,
): { id: string; value: number; row: number }[] {
  const seen = new Map<string, number>();
  return cells.map(({ id, value, row }) => {
    if (id === undefined) throw rowFault(reading, row, `output_type_id of a ${output} is NA`);
    const number = output === "quantile" || output === "cdf" ? decimalOf(id) : Number.NaN;
    const name = Number.isNaN(number) ? id : String(number);
    const before = seen.get(name);
    if (before !== undefined) throw rowFault(reading, row, `${output} ${id} stands in row ${before} already`);
    seen.set(name, row);
    return { id, value, row };
  });
}

function asNumber(id: string, output: HubOutput, row: number, reading: HubReading): number {
  const value = decimalOf(id);
  const isLevel = output !== "quantile" || (value >= 0 && value <= 1);
  if (Number.isFinite(value) && isLevel) return value;
  const what = output === "quantile" ? "a level from 0 to 1" : "a decimal number";
  throw rowFault(reading, row, `output_type_id of a ${output} is ${JSON.stringify(id)}, not ${what}`);
}

type Point = { readonly at: number; readonly value: number; readonly row: number };

function quantilesIn(points: readonly Point[], levels: readonly number[], reading: HubReading): Distribution {
  const lacking = levels.filter((level) => !points.some(({ at }) => at === level));
  if (lacking.length > 0)
    throw rowFault(
      reading,
      points[0].row,
      `its task lacks the level${lacking.length > 1 ? "s" : ""} ${lacking.join(", ")}`,
    );
  for (let i = 1; i < points.length; i++) {
    const [before, { at, value, row }] = [points[i - 1], points[i]];
    if (value < before.value)
      throw rowFault(
        reading,
        row,
        `quantiles cross: ${value} at level ${at}, but ${before.value} at ${before.at} (row ${before.row})`,
      );
  }
  return { family: "quantiles", levels: points.map(({ at }) => at), values: points.map(({ value }) => value) };
}

function cumulatedIn(points: readonly Point[], reading: HubReading, isOpen: boolean): Distribution {
  for (const [i, { at, value, row }] of points.entries()) {
    if (!(value >= 0 && value <= 1)) throw rowFault(reading, row, `a cdf needs chances from 0 to 1, got ${value}`);
    if (i > 0 && value < points[i - 1].value)
      throw rowFault(
        reading,
        row,
        `a cdf never falls: ${value} at ${at}, but ${points[i - 1].value} at ${points[i - 1].at}`,
      );
  }
  const last = points[points.length - 1];
  if (!isOpen && last.value < 1 - 1e-6)
    throw rowFault(
      reading,
      last.row,
      `its task's cdf ends at ${last.value}, and nothing says where above ${last.at} the rest lies; above: "last" takes it to lie there`,
    );
  // Between whole numbers that follow each other lies no count: the chance jumps at the next one.
  const isNextTo = (before: Point, { at }: Point): boolean => Number.isInteger(at) && at - before.at === 1;
  // Where it still is 0 nothing lies: of such points the last alone tells where the rest begins, or the count after it does.
  const zeros = points.findIndex(({ value }) => value > 0);
  const first = zeros > 0 && !isNextTo(points[zeros - 1], points[zeros]) ? zeros - 1 : Math.max(zeros, 0);
  return rising(
    points.slice(first).flatMap((point, i, all): [number, number][] => {
      const { at, value } = point;
      const before = all[i - 1];
      return before !== undefined && isNextTo(before, point) && value > before.value
        ? [
            [at, before.value],
            [at, value],
          ]
        : [[at, value]];
    }),
  );
}

import { InputError } from "../core/errors.js";
import type { Forecast } from "../core/forecast.js";
import { type HubOutput, type HubRow, isHubOutput } from "../core/hubRow.js";
import type { Recipe } from "../core/panel.js";
import { type HubCell, hubSays, pathsOf } from "./hubSays.js";
import { cellOf, type HubReading, type HubTask, numberOf, rowFault, taskIn } from "./hubTask.js";
import { measureName } from "./toHub.js";

export interface FromHubOptions {
  /** How the series is counted, so that what came can be counted alike; the hub's rows do not say. */
  readonly recipe: Recipe;
  /** The hash of what it was made from, or of the file. */
  readonly from: string;
  /** Which output is taken where a task has several, the first that is there; unless said sample, pmf, quantile, cdf. */
  readonly take?: readonly HubOutput[];
  /** Levels that all quantiles must have. */
  readonly levels?: readonly number[];
  /** Our names for the hub's ids; an id without one stays as it is. */
  readonly names?: Readonly<Record<string, string>>;
  /** By how many periods what was seen ends before the hub's reference: 0 unless said. */
  readonly lag?: number;
  /** Whether any day of a period stands for it, as where a hub's weeks end on Saturday and ours on Sunday. */
  readonly inside?: boolean;
  /** A task with a mean or median alone: refused (the rule), or taken as certain. */
  readonly points?: "refuse" | "certain";
  /** What lies above the last value of a cdf that ends below 1: refused (the rule), or taken to lie at that value. */
  readonly above?: "refuse" | "last";
  /** Added to errors, such as a file's name. */
  readonly file?: string;
}

interface Task extends HubTask {
  readonly model: string;
  readonly cells: Map<HubOutput, HubCell[]>;
  readonly row: number;
}

/**
 * The forecasts that a hub's rows are, in the order in which their tasks are first met; rows are counted from 1. Samples
 * become draws, one path each where the steps of a series share their ids; quantiles and cdf values become quantiles; a pmf
 * of "no" and "yes" becomes their chance, one of counts draws where they can be dealt out evenly, else quantiles that are exact at
 * whole numbers. Numbers in texts are decimal numbers, and nothing else stands in their cells.
 *
 * @throws DataError with the row: what is NA, no number or no day, stands twice, crosses, does not add up, or lacks a level;
 * InputError when an option cannot be
 * @see hubverse documentation, "Model output"
 */
export function fromHub(rows: readonly HubRow[], options: FromHubOptions): Forecast[] {
  const { recipe, from, take = ["sample", "pmf", "quantile", "cdf"], names = {}, lag = 0, inside = false } = options;
  const { levels = [], points = "refuse", above = "refuse", file } = options;
  if (!Number.isInteger(lag)) throw new InputError(`fromHub: lag needs a whole number of periods, got ${lag}`);
  const measure = measureName(recipe.measure);
  const reading: HubReading = {
    ...{ verb: "fromHub", every: recipe.every, measure, lag, inside, ...(file !== undefined && { file }) },
  };
  const ours = new Map(Object.entries(names).map(([model, id]) => [id, model]));
  const tasks = tasksOf(rows, reading, ours);
  const chosen = tasks.map((task) => ({ task, output: outputOf(task, take, points, reading) }));
  const paths = pathsOf(
    chosen.flatMap(({ task, output }) =>
      output === "sample"
        ? [{ series: seriesOf(task), step: task.step, cells: task.cells.get("sample") ?? [], row: task.row }]
        : [],
    ),
    reading,
  );
  return chosen.map(({ task, output }) => {
    const { model, key, origin, target, step, asks, cells } = task;
    const order = paths.get(seriesOf(task));
    const saying = { reading, levels, order, isAsked: asks !== undefined, isOpen: above === "last" };
    const says = hubSays(output, cells.get(output) ?? [], saying);
    return { model, key, recipe, from, origin, target, step, says, ...(asks !== undefined && { asks }) };
  });
}

/** Rows of one task together, in the order of their first. */
function tasksOf(rows: readonly HubRow[], reading: HubReading, ours: ReadonlyMap<string, string>): Task[] {
  const tasks = new Map<string, Task>();
  const known = new Map<string, HubTask>();
  rows.forEach((row, i) => {
    const at = i + 1;
    const id = cellOf(row, "model_id");
    if (id === undefined) throw rowFault(reading, at, "has no model_id; readHub takes it from the file's name");
    const type = cellOf(row, "output_type");
    if (type === undefined || !isHubOutput(type))
      throw rowFault(reading, at, `output_type is ${JSON.stringify(type ?? null)}, none that is known`);
    const { output_type: _, output_type_id: __, value: ___, ...named } = row;
    const columns = JSON.stringify(named);
    const task = known.get(columns) ?? taskIn(row, at, reading);
    known.set(columns, task);
    const model = ours.get(id) ?? id;
    const name = JSON.stringify([model, Object.entries(task.key).sort(), task.asks, task.origin, task.target]);
    const found = tasks.get(name) ?? { ...task, model, cells: new Map<HubOutput, HubCell[]>(), row: at };
    tasks.set(name, found);
    const value = numberOf(row, "value", at, reading);
    const cells = found.cells.get(type) ?? [];
    cells.push({ id: cellOf(row, "output_type_id"), value, row: at });
    found.cells.set(type, cells);
  });
  return [...tasks.values()];
}

function seriesOf({ model, key, asks, origin }: Task): string {
  return JSON.stringify([model, key, asks, origin]);
}

function outputOf(
  { cells, row }: Task,
  take: readonly HubOutput[],
  points: "refuse" | "certain",
  reading: HubReading,
): HubOutput {
  const found = take.find((one) => cells.has(one));
  if (found !== undefined) return found;
  const point = cells.has("median") ? "median" : "mean";
  if (points === "certain" && cells.has(point)) return point;
  const held = [...cells.keys()].join(", ");
  throw rowFault(reading, row, `its task has only ${held}, and no ${take.join(", ")}; points: "certain" takes a mean`);
}

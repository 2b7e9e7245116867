import { addDays, type Day, type Every, nextPeriod } from "../core/day.js";
import { InputError } from "../core/errors.js";
import type { Forecast } from "../core/forecast.js";
import { type HubOutput, type HubRow, hubColumns, hubOutputs } from "../core/hubRow.js";
import type { Key, Measure } from "../core/panel.js";
import { shiftPeriod } from "../core/shiftPeriod.js";
import { thresholdText } from "../core/thresholdText.js";
import { type HubBins, hubRowsOf, topOf } from "./hubRowsOf.js";

export interface ToHubOptions extends HubBins {
  /** In any order; a yes-or-no forecast is written as pmf of "no" and "yes", whatever else is asked for. */
  readonly outputs: readonly HubOutput[];
  /** Whether a period is named by its last day (`reference_date`, `target_end_date`; the rule) or its first (`origin_date`, `target_date`). */
  readonly dates?: "last" | "first";
  /** How many periods lie from the last one seen to the hub's reference: 0 unless said, so that horizon 1 is the next one. */
  readonly lag?: number;
  /** The hub's id for a model, by our name; else made of it, as `hubModelId` does. */
  readonly names?: Readonly<Record<string, string>>;
  /** How many draws to write of what is not known by draws, and their seed; they are not paths, and numbered so. */
  readonly samples?: { readonly n: number; readonly seed: number };
}

/**
 * Forecasts as rows of a hub's model output (hubverse): a task for each key, reference and horizon, the key's names as task
 * ids, the measure and the threshold as `target`. Draws are numbered alike in every step of a series, as they are paths.
 *
 * @throws InputError when nothing is asked for, an option cannot be, a forecast cannot be said in an output, or two of a model
 * come to one task (as where only their criteria differ, which a hub's columns do not hold)
 * @see hubverse documentation, "Model output" and "Sample output type"
 * @example
 * toHub([{ model: "zero()", key: { zone: "a" }, recipe: { where: [], by: ["zone"], every: "month", measure: "events" }, from: "", origin: "2024-01-01", target: "2024-02-01", step: 1, says: { family: "poisson", mean: 3 } }], { outputs: ["median"] })[0] // { model_id: "hindcast-zero", reference_date: "2024-01-31", zone: "a", target: "events", horizon: 1, target_end_date: "2024-02-29", output_type: "median", output_type_id: null, value: 3 }
 */
export function toHub(forecasts: readonly Forecast[], options: ToHubOptions): HubRow[] {
  const { outputs, dates = "last", lag = 0, names = {} } = options;
  const unknown = outputs.find((one) => !hubOutputs.includes(one));
  if (unknown !== undefined || outputs.length === 0)
    throw new InputError(`toHub: outputs needs some of ${hubOutputs.join(", ")}, got ${unknown ?? "none"}`);
  if (!Number.isInteger(lag)) throw new InputError(`toHub: lag needs a whole number of periods, got ${lag}`);
  const ids = idsOf(forecasts, names);
  const tops = new Map<string, number>();
  const needsTop = outputs.includes("pmf") || outputs.includes("cdf");
  const numbers = drawNumbers(forecasts);
  const tasks = new Set<string>();
  return forecasts.flatMap((one, i) => {
    const task = taskOf(one, { dates, lag });
    const name = JSON.stringify([one.model, Object.entries(task).sort()]);
    if (tasks.has(name))
      throw new InputError(
        `toHub: ${one.model} says two things of one task, which a hub cannot tell apart (${Object.values(task).join(", ")})`,
      );
    tasks.add(name);
    const kind = JSON.stringify([one.key, one.recipe.measure]);
    if (needsTop && !tops.has(kind))
      tops.set(kind, topOf(forecasts.filter((other) => JSON.stringify([other.key, other.recipe.measure]) === kind)));
    const rows = hubRowsOf(one, { ...options, top: tops.get(kind) ?? 0, drawn: numbers[i], at: options.at });
    return rows.map((row) => ({ model_id: ids.get(one.model) ?? "", ...task, ...row }));
  });
}

/**
 * A name that hubs take for a model: team and model, letters, digits and "_" alone.
 *
 * @example
 * hubModelId("conflictology(12)") // "hindcast-conflictology_12"
 */
export function hubModelId(model: string, team = "hindcast"): string {
  const plain = (text: string): string => text.replace(/[^A-Za-z0-9]+/g, "_").replace(/^_+|_+$/g, "");
  return `${plain(team)}-${plain(model)}`;
}

/** What names a forecast's target: the measure, or the key's own `target`, and the threshold where one is asked of. */
export function hubTarget({ key, recipe, asks }: Pick<Forecast, "key" | "recipe" | "asks">): string {
  const name = key["target"] ?? measureName(recipe.measure);
  return asks === undefined ? name : `${name} ${thresholdText(asks)}`;
}

/** A measure in a word. */
export function measureName(measure: Measure): string {
  return typeof measure === "string" ? measure : "share";
}

/** A key as a hub's columns. */
export function taskIds(key: Key, verb: string): Key {
  const { target: _, ...ids } = key;
  for (const [name, value] of Object.entries(ids)) {
    if (hubColumns.includes(name))
      throw new InputError(`${verb}: ${JSON.stringify(name)} is a column of the hub's own and cannot be a key`);
    if (value === "NA" || value === "")
      throw new InputError(`${verb}: a hub reads ${JSON.stringify(value)} as nothing, so no key may be that (${name})`);
  }
  return ids;
}

/** A period's first or last day. */
export function dayNamed(period: Day, every: Every, dates: "last" | "first"): Day {
  return dates === "first" ? period : addDays(nextPeriod(period, every), -1);
}

function taskOf(one: Forecast, { dates, lag }: { readonly dates: "last" | "first"; readonly lag: number }): HubRow {
  const { every } = one.recipe;
  const [reference, target] = dates === "last" ? ["reference_date", "target_end_date"] : ["origin_date", "target_date"];
  return {
    [reference]: dayNamed(shiftPeriod(one.origin, every, lag), every, dates),
    ...taskIds(one.key, "toHub"),
    target: hubTarget(one),
    horizon: one.step - lag,
    [target]: dayNamed(one.target, every, dates),
  };
}

/** The hub's id of each model, every one with its own. */
function idsOf(forecasts: readonly Forecast[], names: Readonly<Record<string, string>>): Map<string, string> {
  const ids = new Map<string, string>();
  const owners = new Map<string, string>();
  for (const { model } of forecasts) {
    if (ids.has(model)) continue;
    const id = Object.hasOwn(names, model) ? names[model] : hubModelId(model);
    if (!/^[A-Za-z0-9_+]+-[A-Za-z0-9_+]+$/.test(id))
      throw new InputError(`toHub: a model's id needs the form team-model, got ${JSON.stringify(id)} (${model})`);
    const owner = owners.get(id);
    if (owner !== undefined)
      throw new InputError(`toHub: ${owner} and ${model} have the same id ${id}; names gives them others`);
    ids.set(model, id);
    owners.set(id, model);
  }
  return ids;
}

/**
 * The number of each forecast's first draw. Steps of one series with equally many draws share their numbers; within one
 * model and origin no two series do, as hubs want it.
 */
function drawNumbers(forecasts: readonly Forecast[]): { first: number; isPath: boolean }[] {
  const next = new Map<string, number>();
  const paths = new Map<string, { first: number; n: number }>();
  return forecasts.map(({ model, key, asks, origin, recipe, says }) => {
    const file = JSON.stringify([model, origin]);
    const series = JSON.stringify([model, origin, key, asks, recipe.measure]);
    const n = says.family === "draws" ? says.values.length : 0;
    const path = paths.get(series);
    if (n > 0 && path?.n === n) return { first: path.first, isPath: true };
    const first = next.get(file) ?? 1;
    // Draws that are no path take as many numbers as they need when they are written; these are far from any other.
    next.set(file, first + (n > 0 ? n : 1_000_000));
    if (n > 0) paths.set(series, { first, n });
    return { first, isPath: n > 0 };
  });
}

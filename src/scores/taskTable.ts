import { InputError } from "../core/errors.js";
import type { Threshold } from "../core/forecast.js";
import { keyText } from "../core/keyText.js";
import type { Key } from "../core/panel.js";
import type { Score } from "../core/score.js";

/** What one forecast was asked: models that were asked the same can be compared. */
export interface Task {
  readonly key: Key;
  readonly origin: string;
  readonly target: string;
  readonly step: number;
  readonly asks?: Threshold;
}

/** The scores of one metric: models in order of first appearance, tasks by origin, step, key and question. */
export interface TaskTable {
  readonly metric: string;
  readonly models: readonly string[];
  readonly tasks: readonly Task[];
  /** By model, then by task; NaN where there is none. */
  readonly values: readonly Float64Array[];
  /** Of each value, 0 where it is exact. */
  readonly noises: readonly Float64Array[];
  /** Whether any score has noise. */
  readonly isNoisy: boolean;
}

/**
 * Scores as tables, one a metric.
 *
 * @throws InputError when there is no score, one says nothing (NaN), or a model has two for one task
 */
export function taskTables(scores: readonly Score[], verb: string): TaskTable[] {
  if (scores.length === 0) throw new InputError(`${verb}: needs a score, got none`);
  const metrics = [...new Set(scores.map((one) => one.metric))];
  return metrics.map((metric) => tableOf(metric, scores, verb));
}

/**
 * The scores of one metric as a table.
 *
 * @throws InputError when there is no score by the metric
 */
export function taskTable(scores: readonly Score[], metric: string, verb: string): TaskTable {
  const metrics = [...new Set(scores.map((one) => one.metric))];
  if (!metrics.includes(metric))
    throw new InputError(`${verb}: needs scores by ${metric}, got ${metrics.join(", ") || "none"}`);
  return tableOf(metric, scores, verb);
}

/** A task or a score in words: `mopti-delta, origin 2023-01-01, step 2`. */
export function taskText({ key, origin, step }: Pick<Task, "key" | "origin" | "step">): string {
  return `${keyText(key)}, origin ${origin}, step ${step}`;
}

function tableOf(metric: string, scores: readonly Score[], verb: string): TaskTable {
  const own = scores.filter((one) => one.metric === metric);
  const ids = own.map(idOf);
  const named = new Map(ids.map((id, i) => [id, own[i]]));
  const sorted = [...named].map(([id, task]) => ({ id, task }));
  sorted.sort((a, b) => compared(a.task.origin, b.task.origin) || a.task.step - b.task.step || compared(a.id, b.id));
  const places = new Map(sorted.map(({ id }, i) => [id, i]));
  const models = [...new Set(own.map((one) => one.model))];
  const values = models.map(() => new Float64Array(sorted.length).fill(Number.NaN));
  const noises = models.map(() => new Float64Array(sorted.length));
  const rows = new Map(models.map((model, i) => [model, i]));
  own.forEach((one, i) => {
    const [row, place] = [rows.get(one.model) ?? 0, places.get(ids[i]) ?? 0];
    const value = one.value ?? Infinity;
    const where = `${one.model} by ${metric}, ${taskText(one)}`;
    if (Number.isNaN(value)) throw new InputError(`${verb}: needs a number or null for Infinity, got NaN (${where})`);
    if (!Number.isNaN(values[row][place])) throw new InputError(`${verb}: needs one score a task, got 2 (${where})`);
    values[row][place] = value;
    noises[row][place] = one.noise ?? 0;
  });
  const tasks = sorted.map(({ task: { key, origin, target, step, asks } }) => ({
    ...{ key, origin, target, step, ...(asks !== undefined && { asks }) },
  }));
  return { metric, models, tasks, values, noises, isNoisy: own.some((one) => one.noise !== undefined) };
}

function idOf({ key, origin, target, step, asks }: Score): string {
  return JSON.stringify([Object.entries(key).sort(), origin, target, step, Object.entries(asks ?? {}).sort()]);
}

/** The order of two texts by their UTF-16 units: the same on every machine. */
export function compared(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

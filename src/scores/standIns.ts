import { InputError } from "../core/errors.js";
import { drawSources, noiseOfParts } from "./drawSources.js";
import { type TaskTable, taskText } from "./taskTable.js";

/**
 * What is done where a model has no score for a task that another has. `"refuse"` throws and names the first; `"common"`
 * leaves out the tasks that not all models have; `{ model }` lets that model's score stand in; `"worst"` the highest, and
 * `"mean"` the mean, of the others' for that task.
 */
export type Missing = "refuse" | "common" | "worst" | "mean" | { readonly model: string };

/** A table without gaps: which of its tasks are kept, and which of its scores are stand-ins. */
export interface WholeTable extends TaskTable {
  readonly isKept: readonly boolean[];
  /** By model, then by task. */
  readonly isStandIn: readonly (readonly boolean[])[];
  /** What was done, as a clause. */
  readonly policy: string;
}

/** @throws InputError when the policy refuses, is none, or the model named has no score to stand in */
export function withStandIns(table: TaskTable, missing: Missing, verb: string): WholeTable {
  checkMissing(missing, table, verb);
  const { models, tasks, metric } = table;
  const sources = drawSources(models);
  const isAbsent = table.values.map((row) => Array.from(row, Number.isNaN));
  const isKept = tasks.map((_, t) => missing !== "common" || !isAbsent.some((row) => row[t]));
  const [values, noises] = [table.values, table.noises].map((rows) => rows.map((row) => Float64Array.from(row)));
  const isStandIn = isAbsent.map((row) => row.map((absent) => absent && missing !== "common"));
  isStandIn.forEach((row, m) => {
    row.forEach((wanted, t) => {
      if (!wanted) return;
      const where = `${models[m]} by ${metric}, ${taskText(tasks[t])}`;
      if (missing === "refuse")
        throw new InputError(
          `${verb}: no score of ${where}; say what to do by missing: "common", "worst", "mean" or { model }`,
        );
      const others = models.flatMap((_, o) => (isAbsent[o][t] ? [] : [o]));
      if (typeof missing === "object") {
        const from = models.indexOf(missing.model);
        if (!others.includes(from))
          throw new InputError(`${verb}: ${missing.model} has no score to stand in (${where})`);
        values[m][t] = table.values[from][t];
        noises[m][t] = table.noises[from][t];
      } else if (missing === "worst") {
        const worst = others.reduce((a, b) => (table.values[b][t] > table.values[a][t] ? b : a));
        values[m][t] = table.values[worst][t];
        noises[m][t] = table.noises[worst][t];
      } else {
        values[m][t] = others.reduce((sum, o) => sum + table.values[o][t], 0) / others.length;
        noises[m][t] = noiseOfParts(
          others.map((o) => table.noises[o][t] / others.length),
          others.map((o) => sources[o]),
        );
      }
    });
  });
  return { ...table, values, noises, isKept, isStandIn, policy: policyOf(missing) };
}

/** What was done in a group, for `says`. */
export function missingText({ policy }: Pick<WholeTable, "policy">, standIns: number, leftOut: number): string {
  if (leftOut > 0) return `${leftOut} ${leftOut === 1 ? "task is" : "tasks are"} left out, as not every model has them`;
  return standIns > 0
    ? `for ${standIns} missing ${standIns === 1 ? "score" : "scores"} ${policy}`
    : "no score is missing";
}

function policyOf(missing: Missing): string {
  if (typeof missing === "object") return `${missing.model}'s stands in`;
  if (missing === "worst") return "the worst of the others' stands in";
  return missing === "mean" ? "the mean of the others' stands in" : "nothing stands in";
}

function checkMissing(missing: Missing, { models }: TaskTable, verb: string): void {
  if (typeof missing === "object") {
    if (!models.includes(missing.model))
      throw new InputError(`${verb}: missing names a model without scores, got ${JSON.stringify(missing.model)}`);
  } else if (!["refuse", "common", "worst", "mean"].includes(missing))
    throw new InputError(
      `${verb}: missing needs "refuse", "common", "worst", "mean" or { model }, got ${JSON.stringify(missing)}`,
    );
}

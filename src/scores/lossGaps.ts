import { InputError } from "../core/errors.js";
import { groupText } from "../core/groupText.js";
import type { Score } from "../core/score.js";
import type { ScoreGroup } from "../core/scoreGroup.js";
import { noiseOfMean } from "./cells.js";
import { type GroupBy, groupsOf } from "./groupsOf.js";
import { type Task, type TaskTable, taskTable } from "./taskTable.js";

/** Which two models are compared, by which metric. */
export interface Compared {
  readonly of: string;
  readonly against: string;
  readonly metric: string;
  /** What else is told apart. */
  readonly by: GroupBy;
}

/** The gaps between two models' losses, a mean over keys (and steps, where they are not told apart) for each origin. */
export interface LossGaps {
  readonly group: ScoreGroup;
  /** In order of their origins; below 0 where `of` is better. */
  readonly gaps: Float64Array;
  /** How many tasks both have, and how many only one has. */
  readonly n: number;
  readonly leftOut: number;
  readonly longestStep: number;
  /** How many tasks have an infinite score, of either. */
  readonly infinite: number;
  /** The standard error that finite draws leave in the mean gap; absent where every score is exact. */
  readonly noise?: number;
}

/** @throws InputError when a model has no score by the metric, or the two of a group have no task in common */
export function lossGaps(scores: readonly Score[], { of, against, metric, by }: Compared, verb: string): LossGaps[] {
  const table = taskTable(
    scores.filter(({ model }) => model === of || model === against),
    metric,
    verb,
  );
  const [m, a] = [of, against].map((model) => {
    const found = table.models.indexOf(model);
    if (found < 0) throw new InputError(`${verb}: needs scores of ${model} by ${metric}, got none`);
    return found;
  });
  const [own, other] = [table.values[m], table.values[a]];
  if (of === against) throw new InputError(`${verb}: needs two models, got ${of} twice`);
  const placed = table.tasks.map((task, place) => ({ ...task, place }));
  const apart = by.filter((field) => field !== "model");
  return groupsOf(placed, apart, verb).map(({ group, rows }) => {
    const both = rows.filter(({ place }) => !Number.isNaN(own[place]) && !Number.isNaN(other[place]));
    if (both.length === 0)
      throw new InputError(`${verb}: ${of} and ${against} have no task in common (${groupText(group)})`);
    const isInfinite = ({ place }: { place: number }): boolean => own[place] === Infinity || other[place] === Infinity;
    const noise = noiseOfGap(both, table, [m, a]);
    return {
      ...{ group, gaps: meansByOrigin(both, (place) => own[place] - other[place]), n: both.length },
      leftOut: rows.length - both.length,
      longestStep: Math.max(...both.map(({ step }) => step)),
      infinite: both.filter(isInfinite).length,
      ...(noise > 0 && { noise }),
    };
  });
}

function meansByOrigin(rows: readonly (Task & { place: number })[], gapOf: (place: number) => number): Float64Array {
  const gaps = new Map<string, number[]>();
  for (const { origin, place } of rows) {
    const known = gaps.get(origin);
    if (known === undefined) gaps.set(origin, [gapOf(place)]);
    else known.push(gapOf(place));
  }
  return Float64Array.from([...gaps.keys()].sort(), (origin) => {
    const own = gaps.get(origin) ?? [];
    return own.reduce((a, b) => a + b, 0) / own.length;
  });
}

/** Each origin counts alike, however many tasks it has. */
function noiseOfGap(
  rows: readonly (Task & { place: number })[],
  { models, noises }: TaskTable,
  pair: readonly number[],
): number {
  const tasks = new Map<string, number>();
  for (const { origin } of rows) tasks.set(origin, (tasks.get(origin) ?? 0) + 1);
  const parts = rows.flatMap(({ key, origin, place }) =>
    pair.map((m) => ({ key, origin, model: models[m], noise: noises[m][place] / (tasks.get(origin) ?? 1) })),
  );
  return noiseOfMean(parts, tasks.size);
}

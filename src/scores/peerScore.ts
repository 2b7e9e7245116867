import type { PeerScore } from "../core/adjustedScore.js";
import { InputError } from "../core/errors.js";
import type { Score } from "../core/score.js";
import { noiseOfMean, originSums } from "./cells.js";
import { drawSources, noiseOfParts } from "./drawSources.js";
import { type Group, type GroupBy, groupsOf } from "./groupsOf.js";
import { blockOf, blocksText, checkResampling, intervalOf, type Resampling, redrawn } from "./originBlocks.js";
import { type Task, type TaskTable, taskTable } from "./taskTable.js";

export interface PeerScoreOptions extends Resampling {
  readonly metric: string;
  /** Models are always told apart, whether named here or not. */
  readonly by: GroupBy;
  /** What the gap is multiplied by, 1 unless said; 100, with log scores in natural logarithms, is Metaculus's scale. */
  readonly times?: number;
}

/**
 * How much better than the others each model scored, task by task: the mean of the others' losses less its own. Above 0 is
 * better than they; over all models with the same tasks it sums to 0. Tasks that no other model has do not count.
 *
 * @throws InputError when there is no score by the metric, no two models share a task, or an option cannot be
 * @see Metaculus, Scores FAQ: peer score
 */
export function peerScore(scores: readonly Score[], options: PeerScoreOptions): PeerScore[] {
  checkResampling(options, "peerScore");
  const { metric, times = 1 } = options;
  if (!(times > 0 && times < Infinity)) throw new InputError(`peerScore: times needs a number above 0, got ${times}`);
  const table = taskTable(scores, metric, "peerScore");
  const by = options.by.includes("model") ? options.by : ["model", ...options.by];
  const rows = peersOf(table, times);
  if (rows.length === 0) throw new InputError("peerScore: needs models that share tasks, got none that do");
  return groupsOf(rows, by, "peerScore").map((group) => meanOf(group, table, options));
}

interface Peer extends Task {
  readonly model: string;
  readonly value: number;
  readonly noise: number;
}

function peersOf({ models, tasks, values, noises }: TaskTable, times: number): Peer[] {
  const sources = drawSources(models);
  return models.flatMap((model, m) =>
    tasks.flatMap((task, t): Peer[] => {
      const others = models.flatMap((_, o) => (o === m || Number.isNaN(values[o][t]) ? [] : [o]));
      if (others.length === 0 || Number.isNaN(values[m][t])) return [];
      const mean = others.reduce((sum, o) => sum + values[o][t], 0) / others.length;
      const noise = noiseOfParts(
        [noises[m][t], ...others.map((o) => noises[o][t] / others.length)],
        [m, ...others].map((i) => sources[i]),
      );
      return [{ ...task, model, value: times * (mean - values[m][t]), noise: times * noise }];
    }),
  );
}

function meanOf({ group, rows }: Group<Peer>, table: TaskTable, options: PeerScoreOptions): PeerScore {
  const { level } = options;
  const { origins, longestStep, counts, sums } = originSums(rows, ({ value }) => value);
  const n = rows.length;
  const peer = sums.reduce((a, b) => a + b, 0) / n;
  const block = blockOf(origins, longestStep, options);
  const common = { ...group, model: rows[0].model, metric: table.metric, n, origins, block };
  if (!Number.isFinite(peer)) {
    const [worse, better] = [-Infinity, Infinity].map((end) => rows.filter(({ value }) => value === end).length);
    const ties = rows.filter(({ value }) => Number.isNaN(value)).length;
    const says = `none, as of ${n} tasks it alone is at Infinity in ${worse}, others alone in ${better}, both in ${ties}`;
    return { ...common, peer: null, level, says };
  }
  const [drawnCounts, drawnSums] = redrawn([counts, sums], block, options);
  const drawn = drawnSums.map((sum, i) => sum / drawnCounts[i]);
  const noise = noiseOfMean(rows);
  const interval = intervalOf(peer, drawn, { origins, block, level });
  return {
    ...{ ...common, peer, ...(interval !== undefined && { interval }), level },
    ...(noise > 0 && { noise }),
    says: blocksText(origins, block),
  };
}

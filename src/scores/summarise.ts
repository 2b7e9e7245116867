import { InputError } from "../core/errors.js";
import { groupText } from "../core/groupText.js";
import type { Score } from "../core/score.js";
import type { ScoreSummary } from "../core/scoreSummary.js";
import { type Cell, cellsOf, noiseOfMean, originSums } from "./cells.js";
import { type Group, type GroupBy, groupsOf } from "./groupsOf.js";
import { blockOf, blocksText, checkResampling, intervalOf, type Resampling, redrawn } from "./originBlocks.js";
import { type Missing, missingText, type WholeTable, withStandIns } from "./standIns.js";
import { taskTables } from "./taskTable.js";

export interface SummariseOptions extends Resampling {
  readonly by: GroupBy;
  /** What is done where a model has no score for a task that another has; a stand-in of a loss, for which less is better. */
  readonly missing: Missing;
}

/**
 * The mean score of each group by each metric, with an interval and what the draws leave open. Intervals draw blocks of
 * neighbouring origins anew: steps and keys of one origin share their news, and origins near each other share what came.
 * A score of Infinity makes its mean Infinity (`null`), and is never left out.
 *
 * @throws InputError when there is no score, a model has two for a task, one is missing and `missing` refuses, no task of a
 *   group is had by every model, or an option cannot be
 * @see Politis & Romano (1992) in LePage & Billard (eds) Exploring the Limits of Bootstrap, 263–270
 */
export function summarise(scores: readonly Score[], options: SummariseOptions): ScoreSummary[] {
  checkResampling(options, "summarise");
  return taskTables(scores, "summarise").flatMap((table) => {
    const whole = withStandIns(table, options.missing, "summarise");
    return groupsOf(cellsOf(whole), options.by, "summarise").map((group) => summaryOf(group, whole, options));
  });
}

function summaryOf({ group, rows }: Group<Cell>, whole: WholeTable, options: SummariseOptions): ScoreSummary {
  const { level } = options;
  const kept = keptOf({ group, rows }, whole.metric, "summarise");
  const { origins, longestStep, counts, sums } = originSums(kept, (cell) => cell.value);
  const n = kept.length;
  const infinite = kept.filter((cell) => cell.value === Infinity).length;
  const mean = sums.reduce((a, b) => a + b, 0) / n;
  const noise = noiseOfMean(kept);
  const block = blockOf(origins, longestStep, options);
  const standIns = kept.filter((cell) => cell.isStandIn).length;
  const leftOut = leftOutOf(rows);
  const says = [missingText(whole, standIns, leftOut)];
  let interval: ScoreSummary["interval"];
  if (infinite > 0) says.push(`no interval, as ${infinite} of ${n} scores ${infinite === 1 ? "is" : "are"} Infinity`);
  else {
    const [drawnCounts, drawnSums] = redrawn([counts, sums], block, options);
    const drawn = drawnSums.map((sum, i) => sum / drawnCounts[i]);
    interval = intervalOf(mean, drawn, { origins, block, level });
    says.push(blocksText(origins, block));
  }
  return {
    ...group,
    ...{ metric: whole.metric, n, mean: infinite > 0 ? null : mean, infinite, origins, block },
    ...(interval !== undefined && { interval }),
    level,
    ...(noise > 0 && { noise }),
    ...{ standIns, leftOut, says: says.join("; ") },
  };
}

/** The cells of a group whose tasks are kept. */
export function keptOf({ group, rows }: Group<Cell>, metric: string, verb: string): Cell[] {
  const kept = rows.filter((cell) => cell.isKept);
  if (kept.length === 0)
    throw new InputError(`${verb}: no task of ${groupText(group)} has a score by ${metric} of every model`);
  return kept;
}

/** How many tasks of a group are not kept. */
export function leftOutOf(rows: readonly Cell[]): number {
  return new Set(rows.filter((cell) => !cell.isKept).map((cell) => cell.place)).size;
}

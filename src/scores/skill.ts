import { InputError } from "../core/errors.js";
import type { Score } from "../core/score.js";
import type { SkillRow } from "../core/skillRow.js";
import { type Cell, cellsOf, noiseOfMean, originSums } from "./cells.js";
import { finiteOrNull } from "./finiteOrNull.js";
import { type Group, type GroupBy, groupsOf } from "./groupsOf.js";
import { blockOf, blocksText, checkResampling, intervalOf, type Resampling, redrawn } from "./originBlocks.js";
import { type Missing, missingText, type WholeTable, withStandIns } from "./standIns.js";
import { keptOf, leftOutOf } from "./summarise.js";
import { taskTables } from "./taskTable.js";

export interface SkillOptions extends Resampling {
  /** The reference, whose skill is 0. */
  readonly against: string;
  /** Models are always told apart, whether named here or not. */
  readonly by: GroupBy;
  readonly missing: Missing;
}

/**
 * How much better than a reference each model scored on the same tasks: 1 - mean / mean of the reference, and the gap
 * between the means. Both intervals draw the same blocks of origins of both models, so that what made a month hard for one
 * does so for the other. The noise is what finite draws leave in the gap: a gap of its size says nothing. Two
 * models' draws are taken as independent, but for an ensemble against its member, or one with a member in common: as these
 * share draws, their noise may add up in full, and the most that it can be is told: by the CRPS about twice what it is.
 *
 * @throws InputError when the reference has no score by a metric, or as `summarise` does
 * @see Murphy (1988) Monthly Weather Review 116, 2417–2424
 */
export function skill(scores: readonly Score[], options: SkillOptions): SkillRow[] {
  const { against, missing } = options;
  checkResampling(options, "skill");
  const by = options.by.includes("model") ? options.by : ["model", ...options.by];
  return taskTables(scores, "skill").flatMap((table) => {
    const place = table.models.indexOf(against);
    if (place < 0)
      throw new InputError(`skill: needs scores of ${against} by ${table.metric}, got ${table.models.join(", ")}`);
    const whole = withStandIns(table, missing, "skill");
    const cells = cellsOf(whole);
    const own = cells.slice(place * table.tasks.length, (place + 1) * table.tasks.length);
    return groupsOf(cells, by, "skill")
      .filter(({ group }) => group.model !== against)
      .map((group) => skillOf(group, own, whole, options));
  });
}

function skillOf(group: Group<Cell>, own: readonly Cell[], whole: WholeTable, options: SkillOptions): SkillRow {
  const { level, against } = options;
  const kept = keptOf(group, whole.metric, "skill");
  const references = kept.map((cell) => own[cell.place]);
  const n = kept.length;
  const { origins, longestStep, counts, sums } = originSums(kept, (cell) => cell.value);
  const { sums: others } = originSums(references, (cell) => cell.value);
  const [mean, reference] = [sums, others].map((column) => column.reduce((a, b) => a + b, 0) / n);
  const areFinite = mean < Infinity && reference < Infinity;
  const hasSkill = areFinite && reference > 0;
  const block = blockOf(origins, longestStep, options);
  const standIns = [...kept, ...references].filter((cell) => cell.isStandIn).length;
  const says = [missingText(whole, standIns, leftOutOf(group.rows))];
  if (!hasSkill) says.push(`no skill, as the means are ${mean} and, of ${against}, ${reference}`);
  const gap = mean - reference;
  const skill = 1 - mean / reference;
  const noise = noiseOfMean([...kept, ...references], n);
  const intervals: { interval?: SkillRow["interval"]; gapInterval?: SkillRow["interval"] } = {};
  if (areFinite) {
    const [drawnCounts, drawnSums, drawnOthers] = redrawn([counts, sums, others], block, options);
    const shape = { origins, block, level };
    const gaps = drawnSums.map((sum, i) => (sum - drawnOthers[i]) / drawnCounts[i]);
    const gapInterval = intervalOf(gap, gaps, shape);
    if (gapInterval !== undefined) intervals.gapInterval = gapInterval;
    // Where a draw may have a reference of 0 there is no bound below.
    if (hasSkill && drawnOthers.every((sum) => sum > 0)) {
      const interval = intervalOf(
        skill,
        drawnSums.map((sum, i) => 1 - sum / drawnOthers[i]),
        shape,
      );
      if (interval !== undefined) intervals.interval = interval;
    }
    says.push(blocksText(origins, block));
  } else says.push("no interval, as a score is Infinity");
  return {
    ...group.group,
    ...{ model: kept[0].model, against, metric: whole.metric, n, origins, block },
    ...{ mean: finiteOrNull(mean), reference: finiteOrNull(reference), skill: hasSkill ? skill : null },
    ...{ gap: areFinite ? gap : null, ...intervals, level },
    ...(noise > 0 && { noise }),
    ...{ standIns, leftOut: leftOutOf(group.rows), says: says.join("; ") },
  };
}

import { InputError } from "../core/errors.js";
import type { Score } from "../core/score.js";
import type { RelativeSkill, SkillPair } from "../core/skillRow.js";
import { random } from "../math/random.js";
import { seedFor } from "../math/seedFor.js";
import { originSums } from "./cells.js";
import { type GroupBy, groupsOf } from "./groupsOf.js";
import { blockLength, checkResampling } from "./originBlocks.js";
import { type Task, type TaskTable, taskTables } from "./taskTable.js";

export interface RelativeSkillOptions {
  /** What else tournaments are held by, such as step; models are always told apart. */
  readonly by: GroupBy;
  /** Whose relative skill is 1 in `scaled`. */
  readonly baseline?: string;
  readonly seed: number;
  /** How many times blocks are turned round for p; 999 unless said. */
  readonly permutations?: number;
}

/**
 * A tournament of models that need not have the same tasks: for each pair the ratio of their means on the tasks that both
 * have, and for each model the geometric mean of its ratios, 1 for itself among them; below 1 is better. Nothing stands in
 * for a missing score. For p the two scores of each block of origins change sides or not by chance.
 *
 * @throws InputError when there is no score, a model has two for a task, or the baseline has none
 * @see Cramer et al. (2022) Proceedings of the National Academy of Sciences 119, e2113561119
 */
export function relativeSkill(scores: readonly Score[], options: RelativeSkillOptions): RelativeSkill[] {
  const { baseline, seed, permutations = 999 } = options;
  checkResampling({ level: 0.5, seed, draws: permutations }, "relativeSkill");
  const by = options.by.filter((field) => field !== "model");
  return taskTables(scores, "relativeSkill").flatMap((table) => {
    if (baseline !== undefined && !table.models.includes(baseline))
      throw new InputError(
        `relativeSkill: baseline has no score by ${table.metric}, got ${baseline}; there are ${table.models.join(", ")}`,
      );
    const placed = table.tasks.map((task, place) => ({ ...task, place }));
    return groupsOf(placed, by, "relativeSkill").flatMap(({ group, rows }) => {
      const found = tournament(table, rows, seed, permutations).map((one) => ({ ...group, ...one }));
      if (baseline === undefined) return found;
      const unit = found.find((one) => one.model === baseline)?.relative ?? Number.NaN;
      return found.map(({ says, ...one }) => {
        const scaled = (one.relative ?? Number.NaN) / unit;
        const isScaled = scaled < Infinity;
        const why = isScaled ? says : `${says}; not scaled, as ${baseline} or the model has no relative skill above 0`;
        return { ...one, scaled: isScaled ? scaled : null, says: why };
      });
    });
  });
}

type Placed = Task & { readonly place: number };

function tournament(
  { metric, models, values }: TaskTable,
  rows: readonly Placed[],
  seed: number,
  permutations: number,
): RelativeSkill[] {
  const entered = models.flatMap((model, m) => {
    const own = rows.filter(({ place }) => !Number.isNaN(values[m][place]));
    return own.length > 0 ? [{ model, scores: values[m], own }] : [];
  });
  return entered.map(({ model, scores, own }) => {
    const pairs = entered.flatMap((other): SkillPair[] => {
      if (other.model === model) return [];
      const both = own.filter(({ place }) => !Number.isNaN(other.scores[place]));
      const uniform = random(seedFor(seed, JSON.stringify([model, other.model].sort())));
      const pair = pairOf(both, scores, other.scores, { uniform, permutations });
      return [{ against: other.model, n: both.length, ...pair }];
    });
    const ratios = pairs.flatMap(({ ratio }) => (ratio === null ? [] : [ratio]));
    const relative = Math.exp(ratios.reduce((sum, ratio) => sum + Math.log(ratio), 0) / (ratios.length + 1));
    const none = pairs.filter(({ ratio }) => ratio === null).map(({ against }) => against);
    const isTold = ratios.length > 0;
    return {
      ...{ model, key: {}, metric, n: own.length, relative: isTold && relative < Infinity ? relative : null, pairs },
      says: saysOf(entered.length, none, isTold),
    };
  });
}

function saysOf(models: number, none: readonly string[], isTold: boolean): string {
  if (models === 1) return "no other model to be compared with";
  const left =
    none.length === 0 ? "" : `; no ratio to ${none.join(", ")}: no task that both have, or means of 0 or Infinity`;
  return `${isTold ? `compared with ${models - 1 - none.length} of ${models - 1} models` : "compared with none"}${left}`;
}

function pairOf(
  both: readonly Placed[],
  own: Float64Array,
  other: Float64Array,
  { uniform, permutations }: { uniform: () => number; permutations: number },
): Omit<SkillPair, "against" | "n"> {
  const { sums, origins, longestStep } = originSums(both, ({ place }) => own[place]);
  const { sums: others } = originSums(both, ({ place }) => other[place]);
  const [mine, theirs] = [sums, others].map((column) => column.reduce((a, b) => a + b, 0));
  const areFinite = mine < Infinity && theirs < Infinity;
  if (both.length === 0 || !areFinite || mine <= 0 || theirs <= 0) return { ratio: null };
  const length = blockLength(origins, longestStep);
  const blocks = new Float64Array(Math.ceil(origins / length));
  for (let i = 0; i < origins; i++) blocks[Math.floor(i / length)] += sums[i] - others[i];
  const gap = Math.abs(mine - theirs);
  // What differs from the gap by rounding alone is as far out.
  const least = gap * (1 - 1e-12);
  let asFar = 1;
  for (let i = 0; i < permutations; i++) {
    let turned = 0;
    for (const block of blocks) turned += uniform() < 0.5 ? block : -block;
    if (Math.abs(turned) >= least) asFar++;
  }
  return { ratio: mine / theirs, p: asFar / (permutations + 1) };
}

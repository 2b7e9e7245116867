import { skillChart } from "../charts/skillChart.js";
import type { ChartSpec } from "../core/chart.js";
import { isEnsemble } from "../models/ensemble.js";
import type { Model } from "../models/model.js";
import { backtestNames } from "./backtestNames.js";
import type { BacktestLine } from "./backtestTable.js";

/**
 * Skill against the first reference by step, of the two best ensembles, the two best single models and the last value;
 * undefined where there is no reference, or none of them has a skill by step.
 */
export function backtestChart(
  lines: readonly BacktestLine[],
  models: readonly Model[],
  { references: [first], subtitle }: { references: readonly string[]; subtitle: readonly string[] },
): ChartSpec | undefined {
  if (first === undefined) return undefined;
  const { short } = backtestNames(models, 30);
  const made = new Set(models.filter(isEnsemble).map(({ name }) => name));
  const order = lines.flatMap(({ model, step }) => (step === undefined && model !== first ? [model] : []));
  const chosen = new Set([
    ...order.filter((model) => made.has(model)).slice(0, 2),
    ...order.filter((model) => !made.has(model)).slice(0, 2),
    ...order.filter((model) => model === "lastValue()"),
  ]);
  const rows = lines
    .filter(({ model, step }) => step !== undefined && chosen.has(model))
    .map(({ model, step, skill }) => ({
      ...{ model: short.get(model) ?? model, metric: "crps()", against: first, skill: skill[first].skill },
      ...(step !== undefined && { step }),
      ...(skill[first].interval !== undefined && { interval: skill[first].interval }),
    }));
  if (!rows.some(({ skill }) => skill !== null)) return undefined;
  return skillChart(rows, { title: `How much better than ${first}, by how far ahead`, subtitle });
}

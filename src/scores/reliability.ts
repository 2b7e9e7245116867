import { InputError } from "../core/errors.js";
import type { Resolved } from "../core/forecast.js";
import { groupText } from "../core/groupText.js";
import { decimals, decimalsFor, numbered, pText } from "../core/print.js";
import type { Functional, ReliabilityPoint, ReliabilityRow } from "../core/reliabilityRow.js";
import { familyOf } from "../distributions/families.js";
import { random } from "../math/random.js";
import { finiteOrNull } from "./finiteOrNull.js";
import { checkFunctional, saidBy } from "./functional.js";
import { type Group, type GroupBy, groupsOf } from "./groupsOf.js";
import { checkResampling } from "./originBlocks.js";
import { lossOf, type Recalibration, recalibrated } from "./recalibrated.js";
import { type Known, resolvedOnes } from "./resolvedOnes.js";

export interface ReliabilityOptions {
  readonly seed: number;
  /** Unless said, by model. */
  readonly by?: GroupBy;
  /** What of the forecasts is looked at; their mean (of yes-or-no questions their chance) unless said. */
  readonly of?: Functional;
  /** Which score of a chance is taken apart; squared (Brier) unless said. */
  readonly loss?: "squared" | "log";
  /** Of the band; 0.9 unless said. */
  readonly level?: number;
  /** How many outcomes are made up for the band; 1,000 unless said. */
  readonly draws?: number;
}

/**
 * Whether what was said came about as often (or as much) as said, without bins: the rising recalibration that fits best, by
 * pooling adjacent violators (CORP), and the mean score in three parts, mcb - dsc + unc. The band is where the recalibration
 * would lie if the forecasts were right, from outcomes made up by them one by one: it is too narrow where forecasts of one
 * origin err together.
 *
 * @throws InputError when nothing is resolved, an option cannot be, or the log score is asked of what is no chance
 * @see Dimitriadis, Gneiting & Jordan (2021) Proceedings of the National Academy of Sciences 118, e2016191118
 */
export function reliability(resolved: readonly Resolved[], options: ReliabilityOptions): ReliabilityRow[] {
  const { seed, by = ["model"], of = "mean", level = 0.9, draws = 1000 } = options;
  checkResampling({ level, seed, draws }, "reliability");
  checkFunctional(of, "reliability");
  const loss = of === "mean" ? (options.loss ?? "squared") : "pinball";
  const known = resolvedOnes(resolved, "reliability");
  const other = known.find(({ says }) => says.family !== "bernoulli");
  if (options.loss === "log" && (of !== "mean" || other !== undefined))
    throw new InputError(`reliability: the log score needs chances, got ${other?.says.family ?? "a quantile"}`);
  return groupsOf(known, by, "reliability").map((group) => rowOf(group, { of, loss, level, draws, seed }));
}

interface Asked {
  readonly of: Functional;
  readonly loss: ReliabilityRow["loss"];
  readonly level: number;
  readonly draws: number;
  readonly seed: number;
}

function rowOf({ group, rows }: Group<Known>, { of, loss, level, draws, seed }: Asked): ReliabilityRow {
  const sorted = rows.map((row) => ({ row, said: saidBy(row.says, of) })).sort((a, b) => a.said - b.said);
  const said = Float64Array.from(sorted, (one) => one.said);
  const observed = Float64Array.from(sorted, ({ row }) => row.observed);
  const lossAt = lossOf(loss, of);
  const found = recalibrated(said, observed, of, lossAt);
  const uniform = random(seed);
  const samplers = sorted.map(({ row }) => familyOf("reliability", row.says).sampler(row.says, uniform));
  const made = new Float64Array(said.length);
  const fits = found.starts.map(() => new Float64Array(draws));
  let asFar = 1;
  for (let draw = 0; draw < draws; draw++) {
    for (let i = 0; i < made.length; i++) made[i] = samplers[i]();
    const again = recalibrated(said, made, of, lossAt);
    for (let point = 0; point < fits.length; point++) fits[point][draw] = again.values[point];
    if (again.mcb >= found.mcb * (1 - 1e-12)) asFar++;
  }
  const p = asFar / (draws + 1);
  const { mcb, dsc, unc } = found;
  return {
    ...group,
    ...{ of, loss, n: said.length, points: pointsOf(found, said, fits, level) },
    ...{ score: finiteOrNull(found.score), mcb: finiteOrNull(mcb), dsc, unc, p, level },
    reading: `${groupText(group)}: ${partsText(found)}; ${p < 0.05 ? "miscalibrated" : "no sign of miscalibration"}, ${pText(p)} (${numbered(said.length, "forecast")})`,
    assumes: ["outcomes independent of each other, given the forecasts"],
  };
}

function pointsOf(
  { starts, values }: Recalibration,
  said: Float64Array,
  fits: readonly Float64Array[],
  level: number,
): ReliabilityPoint[] {
  return starts.map((start, i) => {
    const sorted = fits[i].sort();
    const at = (p: number): number => sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))];
    const band = [at((1 - level) / 2), at((1 + level) / 2)] as const;
    return { says: said[start], n: (starts[i + 1] ?? said.length) - start, recalibrated: values[i], band };
  });
}

function partsText({ score, mcb, dsc, unc }: Recalibration): string {
  const digits = Math.max(3, decimalsFor([dsc, unc]));
  const [whole, first] = [score, mcb].map((one) => (one === Infinity ? "Infinity" : decimals(one, digits)));
  return `score ${whole} = miscalibration ${first} - discrimination ${decimals(dsc, digits)} + uncertainty ${decimals(unc, digits)}`;
}

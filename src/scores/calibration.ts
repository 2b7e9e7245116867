import type { CalibrationRow } from "../core/calibrationRow.js";
import { checkLevel } from "../core/checkLevel.js";
import { InputError } from "../core/errors.js";
import type { Resolved } from "../core/forecast.js";
import { groupText } from "../core/groupText.js";
import { numbered } from "../core/print.js";
import { clopperPearson } from "../distributions/clopperPearson.js";
import { logTails } from "../distributions/logTails.js";
import { quantile } from "../distributions/quantile.js";
import { designEffect } from "./designEffect.js";
import { type GroupBy, groupsOf } from "./groupsOf.js";
import { type Known, resolvedOnes } from "./resolvedOnes.js";

export interface CalibrationOptions {
  /** What central intervals promise, such as `[0.5, 0.9]`. */
  readonly levels: readonly number[];
  /** Unless said, by model. */
  readonly by?: GroupBy;
  /** Of the interval about the share; 0.95 unless said. */
  readonly level?: number;
}

/**
 * How often central intervals held what came, at several levels. Intervals of counts hold more than they promise, for their
 * ends are whole numbers: `expected` is what the forecasts themselves say of them, and what the share is to be held against.
 * The share's interval is the exact binomial one of as many independent forecasts as these are worth, which share origins and
 * periods.
 *
 * @throws InputError when nothing is resolved, or a level is not between 0 and 1
 * @see Korn & Graubard (1998) Survey Methodology 24, 193–201
 */
export function calibration(resolved: readonly Resolved[], options: CalibrationOptions): CalibrationRow[] {
  const { levels, by = ["model"], level = 0.95 } = options;
  if (levels.length === 0) throw new InputError("calibration: needs a level, got none");
  for (const one of [...levels, level]) checkLevel(one, "calibration");
  return groupsOf(resolvedOnes(resolved, "calibration"), by, "calibration").flatMap(({ group, rows }) =>
    levels.map((promised) => ({ ...group, promised, ...coverageOf(rows, promised, level, groupText(group)) })),
  );
}

function coverageOf(
  rows: readonly Known[],
  promised: number,
  level: number,
  where: string,
): Omit<CalibrationRow, "key" | "promised"> {
  const n = rows.length;
  const [low, high] = [(1 - promised) / 2, (1 + promised) / 2];
  let expected = 0;
  const held = rows.map((row) => {
    const [from, to] = [quantile(row.says, low), quantile(row.says, high)];
    expected += (Math.exp(logTails(row.says, to).lower) + Math.expm1(logTails(row.says, from).upper)) / n;
    return { ...row, kind: Number(row.observed >= from && row.observed <= to) };
  });
  const covered = held.filter(({ kind }) => kind === 1).length / n;
  const { origins, effect } = designEffect(held, 2, ({ kind }) => kind);
  const interval = clopperPearson((covered * n) / effect, n / effect, level);
  const promise = `${tenthsOfPercent(promised)} intervals held ${tenthsOfPercent(covered)}`;
  const span = `[${tenthsOfPercent(interval[0])}, ${tenthsOfPercent(interval[1])}]`;
  return {
    ...{ n, origins, covered, expected, interval, level, designEffect: effect },
    reading: `${where}: ${promise} ${span} of ${numbered(n, "outcome")}, ${verdictOf(expected, interval)} ${tenthsOfPercent(expected)} by their own word`,
  };
}

function verdictOf(expected: number, [low, high]: readonly [number, number]): string {
  if (expected < low) return "more than";
  return expected > high ? "less than" : "in keeping with";
}

function tenthsOfPercent(share: number): string {
  return `${(100 * share).toFixed(1)}%`;
}

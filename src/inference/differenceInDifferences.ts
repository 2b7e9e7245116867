import { InputError } from "../core/errors.js";
import type { Panel } from "../core/panel.js";
import { decimals, numbered, pText, withInterval } from "../core/print.js";
import { studentQuantile, studentUpper } from "../distributions/student.js";
import { tiltedHypergeometric } from "../distributions/tiltedHypergeometric.js";
import type { Comparison } from "./compare.js";
import { pearson } from "./dispersion.js";
import { type ExactMethod, exactMethod } from "./exactMethod.js";
import { likeliestTilt } from "./fisher.js";
import { poissonCounts } from "./ratioOutcome.js";
import { atRisk, type Outcome, type Stretch, stretchOf, totalOf } from "./test.js";

/** Zones that what is asked about did not reach, over the same periods. */
export interface Control {
  readonly before: Panel;
  readonly after: Panel;
}

/**
 * How many times the change of the control zones the change of this zone is: a ratio of two rate ratios. The control
 * zones are added up period by period. `"quasi-poisson"` widens the error by the dispersion inside the four cells, on
 * Student's t; the exact methods hold for Poisson counts and hold fixed how many events each side had in all and how many
 * came after, so that what is left is Fisher's table. `n` is the events of all four cells.
 *
 * @throws InputError when the control has no series, or not the same periods as the zone
 * @see Angrist & Pischke (2009) Mostly Harmless Econometrics, ch. 5; McCullagh & Nelder (1989) Generalized Linear Models, 2nd ed., 198–200
 */
export function differenceInDifferences({
  control,
  by,
}: {
  control: Control;
  by: "quasi-poisson" | ExactMethod;
}): Comparison {
  const [quietBefore, quietAfter] = [addedUp(control.before, "before"), addedUp(control.after, "after")];
  return {
    name: `differenceInDifferences({ control, by: "${by}" })`,
    needs: by === "quasi-poisson" ? 3 : 2,
    ...((by === "quasi-poisson" || by === "central" || by === "mid-p") && { equalTails: true }),
    compare: (before, after, level) => {
      checkPeriods(before, quietBefore, "before");
      checkPeriods(after, quietAfter, "after");
      const cells = [before, after, quietBefore, quietAfter];
      return by === "quasi-poisson" ? wald(cells, level) : exact(cells, level, by);
    },
  };
}

const parallel = "parallel trends: without what is asked about, the zone would have changed as the control zones did";

function addedUp(panel: Panel, side: string): Stretch {
  if (panel.length === 0) throw new InputError(`differenceInDifferences: the control has no series ${side}`);
  const [first, ...rest] = panel.map(stretchOf);
  const values = [...first.values];
  const exposure = [...first.exposure];
  for (const one of rest) {
    checkPeriods(one, first, side);
    one.values.forEach((value, t) => {
      values[t] += value;
      exposure[t] += one.exposure[t];
    });
  }
  return { ...first, values, exposure };
}

function checkPeriods(one: Stretch, control: Stretch, side: string): void {
  const [has, needs] = [one, control].map(
    ({ values, periods }) => `${values.length}${periods ? ` from ${periods[0]}` : ""}`,
  );
  const isSame =
    one.values.length === control.values.length && (one.periods?.[0] ?? control.periods?.[0]) === control.periods?.[0];
  if (!isSame)
    throw new InputError(`differenceInDifferences: needs the periods of the control, ${needs}, got ${has} (${side})`);
}

function wald(cells: readonly Stretch[], level: number): Outcome {
  const totals = cells.map(totalOf);
  const n = totals.reduce((sum, { count }) => sum + count, 0);
  const counts = countsText(totals);
  const assumes = [
    parallel,
    "variance in proportion to the mean: phi times it, the same in all four cells",
    "periods independent of each other: not to be trusted where they resemble their neighbours, p is then too small",
    "Wald's interval, which is rough where a cell has only a few events",
  ];
  if (totals.some(({ count }) => count === 0))
    return { n, reading: `${counts}: no ratio of ratios without events in all four`, assumes };
  const logs = totals.map(({ count, exposure }) => Math.log(count / exposure));
  const log = logs[1] - logs[0] - (logs[3] - logs[2]);
  const estimate = Math.exp(log);
  const df = cells.reduce((sum, cell) => sum + atRisk(cell).values.length, 0) - 4;
  const phi = df > 0 ? cells.reduce((sum, cell) => sum + pearson(cell), 0) / df : 0;
  if (!(phi > 0))
    return {
      n,
      estimate,
      reading: `${counts}: ${decimals(estimate, 4)} times the control's change; no spread seen to judge it by`,
      assumes,
    };
  const error = Math.sqrt(phi * totals.reduce((sum, { count }) => sum + 1 / count, 0));
  const reach = studentQuantile(1 - (1 - level) / 2, df) * error;
  const interval = [Math.exp(log - reach), Math.exp(log + reach)] as const;
  const statistic = log / error;
  const p = 2 * Math.exp(studentUpper(Math.abs(statistic), df));
  const reading = `${counts}, phi ${decimals(phi, 2)}: ${withInterval(estimate, interval, 4)} times the control's change, ${pText(p)}`;
  return { n, estimate, interval, statistic, p, reading, assumes };
}

function exact(cells: readonly Stretch[], level: number, method: ExactMethod): Outcome {
  const totals = cells.map(totalOf);
  const [a, b, c, d] = totals.map(({ count }) => count);
  const counts = countsText(totals);
  const n = a + b + c + d;
  const assumes = [parallel, "one rate in each of the four cells", ...poissonCounts];
  if (!Number.isInteger(n))
    throw new InputError(`differenceInDifferences: ${method} needs whole counts, got ${n} in all`);
  const family = tiltedHypergeometric(a + b, c + d, b + d);
  if (family.least === family.most)
    return { n, interval: [0, null], p: 1, reading: `${counts}: nothing known of the ratio of ratios`, assumes };
  const odds = totals[1].exposure / totals[0].exposure / (totals[3].exposure / totals[2].exposure);
  const { p, low, high, isInHole } = exactMethod(family, b, Math.log(odds), method, level);
  const estimate = Math.exp(likeliestTilt(family, b)) / odds;
  const interval = [Math.exp(low) / odds, high === Infinity ? null : Math.exp(high) / odds] as const;
  const size = estimate === Infinity ? `at least ${decimals(interval[0], 4)}` : withInterval(estimate, interval, 4);
  if (isInHole) assumes.push("1 is rejected though it lies inside the interval, in a hole among those not rejected");
  return {
    n,
    ...(estimate < Infinity && { estimate }),
    interval,
    p,
    reading: `${counts}: ${size} times the control's change, ${pText(p)}`,
    assumes,
  };
}

function countsText(totals: readonly { count: number }[]): string {
  const [a, b, c, d] = totals.map(({ count }) => count);
  return `${numbered(b, "event")} against ${a}, in the control ${d} against ${c}`;
}

import { type Day, nextPeriod } from "../core/day.js";
import { InputError } from "../core/errors.js";
import type { Interval } from "../core/finding.js";
import type { Panel, Series } from "../core/panel.js";
import { decimals, withInterval } from "../core/print.js";
import type { Segment, Segmentation } from "../core/segmentation.js";
import { betaQuantile } from "../distributions/beta.js";
import { normalQuantile } from "../distributions/normal.js";
import { studentQuantile } from "../distributions/student.js";
import { pelt } from "../math/pelt.js";
import { type Penalty, penaltyValue } from "./penalty.js";
import { poissonInterval } from "./poissonInterval.js";
import { type CostKind, type SegmentCost, segmentCost } from "./segmentCost.js";
import { checkLevel, type Stretch, stretchOf, totalOf } from "./test.js";

/** How a series is to be cut. */
export interface SegmentOptions {
  /** How counts vary about a stretch's level: `"normal"` with one spread throughout, `"meanvar"` with one a stretch. */
  readonly cost: CostKind;
  readonly penalty: Penalty;
  /** The fewest periods of a stretch. */
  readonly minimum: number;
  readonly level: number;
  /** The negative binomial's size a period or the normal's standard deviation; learnt from neighbours when left out. */
  readonly spread?: number;
}

/**
 * Cuts each series into stretches of one level each: the exact optimum of fit less a penalty for each change, also with a
 * least length. More changes always fit better, so the penalty decides how many there are: `{ chance: 0.05, ... }` is the
 * one that splits a series without a change in 1 of 20.
 *
 * @throws InputError when an option cannot be, or a series is shorter than two stretches
 * @see Killick, Fearnhead & Eckley (2012) Journal of the American Statistical Association 107, 1590–1598
 */
export function segment(panel: Panel, options: SegmentOptions): Segmentation[] {
  const { cost: kind, minimum, level, penalty, spread } = options;
  checkLevel(level, "segment");
  const shortest = kind === "meanvar" ? 2 : 1;
  if (!(Number.isInteger(minimum) && minimum >= shortest))
    throw new InputError(`segment: minimum needs a whole number from ${shortest}, got ${minimum}`);
  return panel.map((series) => {
    const { length } = series.values;
    if (length < 2 * minimum) throw new InputError(`segment: needs ${2 * minimum} periods, got ${length}`);
    const stretch = stretchOf(series);
    const cost = segmentCost(stretch, kind, spread);
    const { value, source, stretchOf: shortness } = penaltyValue(penalty, stretch, cost, minimum);
    const costOf = (from: number, to: number): number => cost.costOf(from, to) + shortness(to - from);
    const priced = penalty === "mbic" ? costOf : cost.costOf;
    const { cuts } = pelt(priced, { length, penalty: value, minimum, slack: 0 });
    const segments = segmentsOf(series, stretch, [0, ...cuts, length], cost, level);
    return {
      ...{ key: series.key, from: series.from, cost: kind, penalty: { value, source }, minimum, level, segments },
      reading: readingOf(segments, length, value),
      assumes: [
        ...cost.assumes,
        "changes in steps; a slow drift is cut into stairs",
        "periods independent of each other: what carries over from one to the next reads as changes",
        "each interval as if its stretch had been named beforehand",
      ],
    };
  });
}

function segmentsOf(
  series: Series,
  { values, exposure, periods = [] }: Stretch,
  bounds: readonly number[],
  cost: SegmentCost,
  level: number,
): Segment[] {
  const last = nextPeriod(periods[periods.length - 1], series.recipe.every);
  const ends: readonly Day[] = [...periods, last];
  const mean = totalOf({ values: values.map(() => 0), exposure }).exposure / values.length;
  return bounds.slice(1).map((to, i) => {
    const from = bounds[i];
    const part = { values: values.slice(from, to), exposure: exposure.slice(from, to) };
    const n = part.values.reduce((sum, one) => sum + one, 0);
    const rate = n / part.exposure.reduce((sum, one) => sum + one, 0);
    const interval = intervalOf(part, cost, mean, level);
    return { since: ends[from], until: ends[to], periods: to - from, n, rate, interval };
  });
}

/** The interval of a stretch's rate; `mean` is the series' exposure a period. */
function intervalOf(part: Stretch, { kind, spread }: SegmentCost, mean: number, level: number): Interval {
  const { values, exposure } = part;
  const tail = (1 - level) / 2;
  const n = values.reduce((sum, one) => sum + one, 0);
  const whole = exposure.reduce((sum, one) => sum + one, 0);
  const rate = n / whole;
  if (kind === "meanvar") {
    const df = values.length - 1;
    const squares = values.reduce((sum, value, t) => sum + exposure[t] * (value / exposure[t] - rate) ** 2, 0);
    const reach = studentQuantile(1 - tail, df) * Math.sqrt(squares / df / whole);
    return [rate - reach, rate + reach];
  }
  if (spread === undefined) return poissonInterval("garwood").test(part, level).interval ?? [0, null];
  if (kind === "normal") {
    const reach = normalQuantile(1 - tail) * spread * Math.sqrt(mean / whole);
    return [rate - reach, rate + reach];
  }
  const sizes = (spread * whole) / mean;
  const rateAt = (share: number): number => (sizes * (1 / share - 1)) / whole;
  return [n === 0 ? 0 : rateAt(betaQuantile(1 - tail, sizes, n)), rateAt(betaQuantile(tail, sizes, n + 1))];
}

function readingOf(segments: readonly Segment[], length: number, penalty: number): string {
  const many = `${length} periods`;
  const said = ({ rate, interval }: Segment): string => withInterval(rate, interval, 2);
  const worth = decimals(penalty, 1);
  if (segments.length === 1) return `${many}: no change worth a penalty of ${worth}; ${said(segments[0])} throughout`;
  const changes = segments.length === 2 ? "one change" : `${segments.length - 1} changes`;
  const steps = segments.slice(1, 6).map((one) => `${said(one)} from ${one.since}`);
  const more = segments.length > 6 ? `, and ${segments.length - 6} more` : "";
  return `${many}: ${changes} worth a penalty of ${worth}: ${said(segments[0])} at first, ${steps.join(", ")}${more}`;
}

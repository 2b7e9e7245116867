import type { Interval } from "../core/finding.js";
import { decimals, numbered, pText, withInterval } from "../core/print.js";
import { type CriticalRatios, criticalRatios, type Periods, wholeOf } from "./criticalRatios.js";
import { type Outcome, type Stretch, totalOf } from "./test.js";

/** A way to deal periods out anew. */
export interface Dealing {
  /** For each arrangement: what the numbers dealt to the first `k` places add up to. */
  readonly sums: (numbers: readonly number[], k: number) => Float64Array;
  /** 1 where the observed arrangement is not among them. */
  readonly extra: 0 | 1;
  /** The arrangements in words. */
  readonly by: string;
  readonly assumes: string;
}

/** The ratio of two rates, judged by how it lies among the ratios that come of dealing the periods out anew. */
export function permuted(earlier: Periods, later: Periods, level: number, dealing: Dealing): Outcome {
  const [first, last] = [wholeOf(earlier), wholeOf(later)];
  const n = first.count + last.count;
  const assumes = [dealing.assumes, "for the interval, a change that multiplies every count, small ones and zeros too"];
  if (n === 0) return { n, reading: "no event on either side: nothing to compare", assumes };
  // The shorter stretch is dealt out (of two as long, the one with fewer events): there is less to choose, and the
  // arrangements are the same whichever came first.
  const isLater = later.length < earlier.length || (later.length === earlier.length && last.count <= first.count);
  const [chosen, others] = isLater ? [later, earlier] : [earlier, later];
  const found = criticalRatios(chosen, others, (numbers) => dealing.sums(numbers, chosen.length), dealing.extra);
  const p = Math.min(1, (2 * Math.min(found.below, found.above)) / found.of);
  const least = Math.min(1, 2 / found.of);
  const limit = least > 1 - level ? `, which cannot bring p below ${Number(least.toPrecision(2))}` : "";
  const events = `${numbered(last.count, "event")} against ${first.count}`;
  const by = `${pText(p)} by ${dealing.by}${limit}`;
  if (first.count === 0 || last.count === 0)
    return { n, p, reading: `${events}, ${by}: no ratio without events on both sides`, assumes };
  const estimate = last.count / last.exposure / (first.count / first.exposure);
  const interval = intervalOf(found, isLater, level);
  const size = interval === undefined ? decimals(estimate, 4) : withInterval(estimate, interval, 4);
  const reading = `${events}: ${size} times the rate, ${by}`;
  return { n, estimate, ...(interval !== undefined && { interval }), p, reading, assumes };
}

/** The ratios whose p is not below 1 - level, both ends among them; none where no ratio above 0 is among them. */
function intervalOf({ ratios, always, of }: CriticalRatios, isLater: boolean, level: number): Interval | undefined {
  let least = Math.max(1, Math.ceil(((1 - level) * of) / 2) - 1);
  while ((2 * least) / of < 1 - level) least++;
  const low = least <= always ? 0 : ratios[least - always - 1];
  const high = least <= always ? Infinity : ratios[ratios.length - (least - always)];
  if (low === Infinity || high === 0) return undefined;
  const [from, to] = isLater ? [low, high] : [1 / high, 1 / low];
  return [from, Number.isFinite(to) ? to : null];
}

/**
 * The periods of a stretch that were at risk.
 *
 * @throws InputError when there is no exposure at all, a count below 0, or events without exposure
 */
export function periodsOf(stretch: Stretch): Periods {
  totalOf(stretch);
  return stretch.values
    .map((count, i) => ({ count, exposure: stretch.exposure[i] }))
    .filter(({ count, exposure }) => count !== 0 || exposure !== 0)
    .map(({ count, exposure }) => totalOf({ values: [count], exposure: [exposure] }));
}

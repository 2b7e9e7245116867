import type { Interval } from "../core/finding.js";
import { wider } from "../core/wider.js";
import { studentQuantile } from "../distributions/student.js";
import { tiltedHypergeometric } from "../distributions/tiltedHypergeometric.js";
import { fisher } from "../inference/fisher.js";

/** One change over another. */
export interface RatioOfRatios {
  /** Absent where a rate that it divides by is 0. */
  readonly estimate?: number;
  readonly interval: Interval;
  /** About how often one change half or twice the other would be told from it, given these totals: the smaller chance. */
  readonly power: number;
}

/**
 * How many times one change (rate after over rate before) is another, when all four counts are Poisson and independent:
 * given what each side counted in all and what both counted after, it is an odds ratio, and its interval is the exact
 * one of the noncentral hypergeometric distribution (central). With `phi` above 1 and its degrees of freedom the interval
 * is the wider of that and of the log-scale one whose four variances are `phi` times as large, on Student's t; where a
 * count is 0, of that and of the exact one of the counts divided by `phi`, rounded.
 * Counts are whole numbers. Where both count the same events, the interval is too wide rather than too short.
 *
 * @see Fisher (1935) Journal of the Royal Statistical Society 98, 39–54
 * @example
 * ratioOfRatios([10, 20], [10, 10], { offset: 1, level: 0.95 }).estimate // 2
 */
export function ratioOfRatios(
  [first, last]: readonly [number, number],
  [otherFirst, otherLast]: readonly [number, number],
  { offset, level, phi = 1, df = 0 }: { offset: number; level: number; phi?: number; df?: number },
): RatioOfRatios {
  const own = first + last;
  const other = otherFirst + otherLast;
  if (own === 0 || other === 0) return { interval: [0, null], power: 0 };
  const { interval: [low, high] = [0, null] } = fisher("central").compare(
    { values: [otherLast], exposure: [other] },
    { values: [last], exposure: [own] },
    level,
  );
  const exact: Interval = [low / offset, high === null ? null : high / offset];
  const power = powerOf(own, other, last + otherLast, { offset, level, phi });
  const odds = (last * otherFirst) / (first * otherLast);
  const estimate = Number.isFinite(odds) ? { estimate: odds / offset } : {};
  if (!(phi > 1 && df > 0)) return { ...estimate, interval: exact, power };
  if (!(odds > 0 && Number.isFinite(odds))) {
    const fewer = (counts: readonly [number, number]) =>
      [Math.round(counts[0] / phi), Math.round(counts[1] / phi)] as const;
    const scaled = ratioOfRatios(fewer([first, last]), fewer([otherFirst, otherLast]), { offset, level });
    return { ...estimate, interval: wider(exact, scaled.interval), power };
  }
  const error = Math.sqrt(phi * (1 / first + 1 / last + 1 / otherFirst + 1 / otherLast));
  const reach = Math.exp(studentQuantile(1 - (1 - level) / 2, df) * error);
  const wide = odds / offset;
  return { ...estimate, interval: wider(exact, [wide / reach, wide * reach]), power };
}

/** The chance that the exact test tells half (and twice) from equal, with totals scaled down to what the spread leaves. */
function powerOf(
  own: number,
  other: number,
  after: number,
  { offset, level, phi }: { offset: number; level: number; phi: number },
): number {
  const scale = Math.max(1, phi);
  const [some, rest] = [own, other].map((count) => Math.max(1, Math.round(count / scale)));
  const family = tiltedHypergeometric(some, rest, Math.min(some + rest, Math.round(after / scale)));
  const none = Math.log(offset);
  const tail = Math.log((1 - level) / 2);
  const chances = [0.5, 2].map((truth) => {
    let power = 0;
    for (let k = family.least; k <= family.most; k++) {
      const isTold = Math.min(family.lower(k, none), family.upper(k, none)) <= tail;
      if (isTold) power += Math.exp(family.term(k, none + Math.log(truth)));
    }
    return Math.min(1, power);
  });
  return Math.min(...chances);
}

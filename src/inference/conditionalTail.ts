import { sampleMultinomial } from "../distributions/sampleMultinomial.js";
import { random } from "../math/random.js";
import { logPoissonTerm } from "../math/saddle.js";

/** How many arrangements are still gone through one by one, and how many counts they may hold in all. */
const mostArrangements = 1_000_000;
const mostCounts = 20_000_000;

/** How a chance given the total was found. */
export interface ConditionalTail {
  readonly p: number;
  /** `exact` from every arrangement of the events over the periods, `draws` from seeded ones. */
  readonly by: "exact" | "draws";
}

/**
 * The chance, given how many events there were in all, that a statistic of the counts is as large as it was or larger when
 * each event falls on the periods in proportion to their exposure. Exact where there are up to a million arrangements (of
 * 20 periods; fewer of more, so that it takes seconds), else from seeded draws as (b + 1) / (B + 1). Statistics equal to ten digits count as equal.
 *
 * @example
 * conditionalTail([2, 0], [1, 1], ([a, b]) => (a - b) ** 2, { draws: 99, seed: 1 }) // { p: 0.5, by: "exact" }
 */
export function conditionalTail(
  values: readonly number[],
  exposure: readonly number[],
  statistic: (counts: ArrayLike<number>) => number,
  { draws, seed }: { draws: number; seed: number },
): ConditionalTail {
  const total = values.reduce((sum, value) => sum + value, 0);
  const whole = exposure.reduce((sum, one) => sum + one, 0);
  const shares = exposure.map((one) => one / whole);
  const seen = statistic(values);
  const least = seen - 1e-10 * Math.abs(seen);
  if (arrangements(total, values.length) <= Math.min(mostArrangements, mostCounts / values.length)) {
    return { p: exactTail(total, shares, (counts) => statistic(counts) >= least), by: "exact" };
  }
  const uniform = random(seed);
  let beyond = 0;
  const counts = new Float64Array(values.length);
  for (let i = 0; i < draws; i++) {
    sampleMultinomial(total, shares, uniform, counts);
    if (statistic(counts) >= least) beyond++;
  }
  return { p: (beyond + 1) / (draws + 1), by: "draws" };
}

function arrangements(total: number, periods: number): number {
  let ways = 1;
  for (let i = 1; i < periods && ways <= mostArrangements; i++) ways = (ways * (total + i)) / i;
  return ways;
}

/** A multinomial is Poisson counts given their sum, so that each term keeps its digits at any size. */
function exactTail(total: number, shares: readonly number[], isBeyond: (counts: Float64Array) => boolean): number {
  const counts = new Float64Array(shares.length);
  const logs = shares.map((share) =>
    Float64Array.from({ length: total + 1 }, (_, k) => logPoissonTerm(k, total * share)),
  );
  const last = shares.length - 1;
  const all = logPoissonTerm(total, total);
  const from = (period: number, left: number, log: number): number => {
    if (period === last) {
      counts[period] = left;
      return isBeyond(counts) ? Math.exp(log + logs[period][left] - all) : 0;
    }
    let sum = 0;
    for (let k = 0; k <= left; k++) {
      counts[period] = k;
      sum += from(period + 1, left - k, log + logs[period][k]);
    }
    return sum;
  };
  return Math.min(1, from(0, total, 0));
}

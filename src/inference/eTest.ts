import { InputError } from "../core/errors.js";
import { poissonLine } from "../distributions/poissonLine.js";
import type { Comparison } from "./compare.js";
import { poissonCounts, ratioOutcome } from "./ratioOutcome.js";
import { totalOf } from "./test.js";

/** Two counts and the ratio of the later exposure to the earlier. */
interface Pair {
  readonly first: number;
  readonly last: number;
  readonly odds: number;
}

/**
 * How many times the earlier rate the later one is, by the E-test, which does not hold the sum of the counts fixed: the
 * chance, at the rate that both share if nothing changed, of a standardised difference at least as large as the one seen.
 * More powerful than the exact conditional test with few events, and all but exact: its size passes the nominal by little.
 * The interval reaches from the estimate to where p first falls below 1 - level. Far out p rises again, since what it
 * divides by grows as fast as the difference; where 1 lies out there, the interval has no bound on that side and the
 * outcome says so.
 *
 * @throws InputError when there is no event on either side, or a count is not whole
 * @see Krishnamoorthy & Thomson (2004) Journal of Statistical Planning and Inference 119, 23–35
 * @example
 * eTest().compare({ values: [144], exposure: [7] }, { values: [44], exposure: [4] }, 0.95).reading // "44 events against 144: 0.5347 [0.3626, 0.7338] times the rate, p = 8.1e-5"
 */
export function eTest(): Comparison {
  return {
    name: "eTest()",
    needs: 2,
    seesSums: true,
    compare: (before, after, level) => {
      const { count: first, exposure } = totalOf(before);
      const { count: last, exposure: later } = totalOf(after);
      if (first + last === 0) throw new InputError("eTest: no event on either side");
      if (!(Number.isInteger(first) && Number.isInteger(last)))
        throw new InputError(`eTest: needs whole counts, got ${last} and ${first}`);
      const pair = { first, last, odds: later / exposure };
      const alpha = 1 - level;
      const p = Math.min(1, chanceOf(pair, Number.MIN_VALUE));
      let high = first === 0 ? Infinity : limitOf(pair, 1, alpha, p);
      let low = last === 0 ? 0 : limitOf(pair, -1, alpha, p);
      const isOutside = p >= alpha && (low > 1 || high < 1);
      if (isOutside && low > 1) low = 0;
      if (isOutside && high < 1) high = Infinity;
      const isInside = p < alpha && low <= 1 && high >= 1;
      return ratioOutcome({
        first,
        last,
        ...(first > 0 && { estimate: last / first / pair.odds }),
        low,
        high,
        p,
        assumes: [
          ...poissonCounts,
          "size all but exact: the shared rate is estimated; no power where the side of much the smaller exposure has few events",
          ...(isOutside
            ? ["ratios nearer to the estimate than 1 are rejected though 1 is not: no bound on that side"]
            : []),
          ...(isInside ? ["1 is rejected though it lies inside the interval, among ratios that are not"] : []),
        ],
      });
    },
  };
}

/**
 * The p of no change: for each count after, how likely are so few or so many before that the difference is as extreme.
 * Poisson terms below `least` times the largest are left out.
 */
function chanceOf({ first, last, odds }: Pair, least: number): number {
  const rate = (first + last) / (1 + odds);
  const seen = (last - first * odds) ** 2 / (last + first * odds * odds);
  const [afters, befores] = [poissonLine(rate * odds, least), poissonLine(rate, least)];
  const isExtreme = (after: number, before: number): boolean =>
    (after - before * odds) ** 2 >= seen * (1 - 1e-12) * (after + before * odds * odds);
  const end = befores.from + befores.terms.length;
  let few = befores.from;
  let many = befores.from;
  let sum = 0;
  for (let i = 0; i < afters.terms.length; i++) {
    const after = afters.from + i;
    if (seen === 0) return 1;
    while (few < end && few * odds < after && isExtreme(after, few)) few++;
    if (many < few) many = few;
    while (many < end && (many * odds <= after || !isExtreme(after, many))) many++;
    sum += afters.terms[i] * (befores.below[few - befores.from] + befores.above[many - befores.from]);
  }
  return sum;
}

/**
 * Where, going from the estimate up (or, for -1, down) by quarters of a standard error, p first falls below `alpha`:
 * as p jumps by a little it may cross more than once there, and halving finds one of the places, on the right side of 1.
 */
function limitOf(pair: Pair, side: 1 | -1, alpha: number, atOne: number): number {
  const gap = (log: number): number => chanceOf({ ...pair, odds: pair.odds * Math.exp(log) }, 1e-20) - alpha;
  const centre = Math.log((pair.last + 0.5) / (pair.first + 0.5) / pair.odds);
  const step = (side * Math.hypot(1 / Math.sqrt(pair.last + 0.5), 1 / Math.sqrt(pair.first + 0.5))) / 4;
  const isOneSided = pair.first === 0 || pair.last === 0;
  const start = isOneSided ? centre - 16 * step : Math.log(pair.last / pair.first / pair.odds);
  for (let i = 1; i < 160; i++) {
    const [held, rejected] = [start + (i - 1) * step, start + i * step];
    if (gap(rejected) >= 0) continue;
    const isOneBetween = held * rejected < 0;
    return Math.exp(
      crossing(gap, isOneBetween && atOne >= alpha ? 0 : held, isOneBetween && atOne < alpha ? 0 : rejected),
    );
  }
  return side === 1 ? Infinity : 0;
}

/** Where p, which may jump, falls below `alpha` between a point where it does not and one where it does. */
function crossing(gap: (log: number) => number, held: number, rejected: number): number {
  const middle = (held + rejected) / 2;
  if (Math.abs(held - rejected) < 1e-15 * (1 + Math.abs(held))) return held;
  return gap(middle) >= 0 ? crossing(gap, middle, rejected) : crossing(gap, held, middle);
}

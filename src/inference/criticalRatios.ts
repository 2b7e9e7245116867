/** Counts with their exposures, a row a period (or a block of them). */
export type Periods = readonly { readonly count: number; readonly exposure: number }[];

export interface CriticalRatios {
  /** Of each arrangement that can be either: the ratio from which on it lies as high as the observed one, rising. */
  readonly ratios: Float64Array;
  /** How many arrangements, the observed one among them, lie level with it whatever the ratio. */
  readonly always: number;
  /** How many arrangements there are. */
  readonly of: number;
  /** How many of them lie as low as the observed one, or lower, if the ratio is 1. */
  readonly below: number;
  readonly above: number;
}

/** Sums closer than this share of the whole are equal: floating point shall not split a tie. */
const tolerance = 1e-12;

/** For each arrangement: what the numbers that it deals to the chosen add up to. The chosen come first. */
export type Sums = (numbers: readonly number[]) => Float64Array;

/**
 * For every arrangement of periods: how many times the rate of the others the chosen rate would have to be for it to tie
 * with the observed arrangement, once the chosen counts are divided by that ratio. All there is to know for a permutation
 * test of any ratio, and so for its p at 1 and its interval. `extra` counts the observed arrangement if `sums` does not.
 *
 * With the ratio the chosen lose weight, so an arrangement lies as high as the observed one from its critical ratio on.
 * Counts `lost` by the chosen for counts `gained` tie, at equal exposures, where lost / ratio is gained; at unequal ones
 * the ratio is the positive root of a quadratic.
 */
export function criticalRatios(chosen: Periods, others: Periods, sums: Sums, extra: 0 | 1): CriticalRatios {
  const kept = sums([...chosen.map(({ count }) => count), ...others.map(() => 0)]);
  const gained = sums([...chosen.map(() => 0), ...others.map(({ count }) => count)]);
  const exposures = [...chosen, ...others].map(({ exposure }) => exposure);
  const isEven = exposures.every((exposure) => exposure === exposures[0]);
  const ratioOf = isEven ? evenRatio(chosen, others) : unevenRatio(chosen, others);
  const under = isEven ? kept : sums(exposures);
  const ratios = new Float64Array(kept.length);
  let split = 0;
  let always: number = extra;
  const of = ratios.length + extra;
  let below = always;
  let above = always;
  for (let i = 0; i < kept.length; i++) {
    const ratio = ratioOf(kept[i], gained[i], under[i]);
    if (Number.isNaN(ratio)) always++;
    else ratios[split++] = ratio;
    if (!(ratio < 1)) below++;
    if (!(ratio > 1)) above++;
  }
  return { ratios: ratios.subarray(0, split).sort(), always, of, below, above };
}

type RatioOf = (kept: number, gained: number, exposure: number) => number;

function evenRatio(chosen: Periods, others: Periods): RatioOf {
  const own = wholeOf(chosen).count;
  const least = tolerance * (own + wholeOf(others).count);
  return (kept, gained) => {
    const lost = own - kept;
    if (Math.abs(lost - gained) <= least) return lost <= least ? Number.NaN : 1;
    return lost <= least ? 0 : gained <= least ? Infinity : lost / gained;
  };
}

function unevenRatio(chosen: Periods, others: Periods): RatioOf {
  const own = wholeOf(chosen);
  const other = wholeOf(others);
  const exposures = own.exposure + other.exposure;
  const observed = own.count * (other.exposure / own.exposure);
  return (kept, gained, exposure) => {
    const arranged = other.count * (exposures / exposure - 1);
    // The arrangement ties where constant * ratio^2 + linear * ratio - square is 0.
    const square = observed * (own.count - kept);
    const constant = arranged * gained;
    const [rise, fall] = [arranged * kept, observed * (other.count - gained)];
    const least = tolerance * (rise + fall + square + constant);
    const linear = Math.abs(rise - fall) <= least ? 0 : rise - fall;
    const [isLost, isGained] = [square > least, constant > least];
    if (!isLost && !isGained) return linear > 0 ? 0 : linear < 0 ? Infinity : Number.NaN;
    if (Math.abs(constant + linear - square) <= least) return 1;
    const root = Math.sqrt(linear * linear + 4 * square * constant);
    if (linear > 0) return (2 * square) / (linear + root);
    return isGained ? (root - linear) / (2 * constant) : Infinity;
  };
}

/** The counts and exposures of periods together. */
export function wholeOf(periods: Periods): { count: number; exposure: number } {
  let count = 0;
  let exposure = 0;
  for (const period of periods) {
    count += period.count;
    exposure += period.exposure;
  }
  return { count, exposure };
}

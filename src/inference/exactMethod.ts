import { mirrored, type Tilted } from "../distributions/tilted.js";
import { firstWhere } from "../math/firstWhere.js";
import { logComplement } from "../math/incompleteGamma.js";
import { logSum } from "../math/logSum.js";
import { solve } from "../math/solve.js";

/**
 * What counts as at least as extreme as the count that came: twice the smaller tail (`central`), every count that is no
 * likelier (`minlike`), the smaller tail and as much of the other as is no larger (`blaker`), or twice the smaller tail
 * with half of what came (`mid-p`).
 */
export type ExactMethod = "central" | "minlike" | "blaker" | "mid-p";

/** An exact test of one tilt, and the smallest interval that holds every tilt the same test does not reject. */
export interface Exact {
  readonly p: number;
  readonly low: number;
  readonly high: number;
  /** The tilt is rejected though it lies inside: a hole among those not rejected, which minlike and Blaker can leave. */
  readonly isInHole: boolean;
}

/**
 * Tests a tilt by the count that came, and finds the interval that matches. The p-values of minlike and Blaker jump where
 * a count of the other tail stops being as extreme; the limits are those jumps themselves, or the crossing between two.
 *
 * @see Fay (2010) R Journal 2(1), 53–58; Blaker (2000) Canadian Journal of Statistics 28, 783–798
 */
export function exactMethod(family: Tilted, x: number, tilt: number, method: ExactMethod, level: number): Exact {
  const logP = Math.min(0, logPOf(family, x, tilt, method));
  const alpha = Math.log(1 - level);
  const low = -limitOf(mirrored(family), -x, alpha, method);
  const high = limitOf(family, x, alpha, method);
  const p = Math.exp(logP);
  return { p, low, high, isInHole: p < 1 - level && low <= tilt && tilt <= high };
}

function logPOf(family: Tilted, x: number, tilt: number, method: ExactMethod): number {
  const lower = family.lower(x, tilt);
  const upper = family.upper(x, tilt);
  if (method === "central") return Math.LN2 + Math.min(lower, upper);
  if (method === "mid-p") return Math.LN2 + withoutHalf(Math.min(lower, upper), family.term(x, tilt));
  if (method === "blaker") return lower <= upper ? blakerP(family, x, tilt) : blakerP(mirrored(family), -x, -tilt);
  return Math.min(minlikeP(family, x, tilt), minlikeP(mirrored(family), -x, -tilt));
}

/** Chances that differ by less than this, on the log scale, are equal but for rounding. */
const tie = 1e-10;

/** 0 where the count is not below the likeliest. */
function minlikeP(family: Tilted, x: number, tilt: number): number {
  if (x === family.most) return 0;
  const far = firstWhere(x + 1, family.most + 1, (y) => (tilt - family.even(x, y)) * (y - x) <= tie);
  return far === x + 1 ? 0 : logSum(family.lower(x, tilt), family.upper(far, tilt));
}

function blakerP(family: Tilted, x: number, tilt: number): number {
  const lower = family.lower(x, tilt);
  const far = firstWhere(x + 1, family.most + 1, (y) => family.upper(y, tilt) <= lower + tie);
  return logSum(lower, family.upper(far, tilt));
}

/** The largest tilt not rejected. */
function limitOf(family: Tilted, x: number, alpha: number, method: ExactMethod): number {
  if (x === family.most) return Infinity;
  if (method === "minlike") return minlikeLimit(family, x, alpha);
  const half = alpha - Math.LN2;
  const start = family.even(x, Math.min(x + 1, family.most));
  const gap =
    method === "mid-p"
      ? (tilt: number) => withoutHalf(family.lower(x, tilt), family.term(x, tilt)) - half
      : (tilt: number) => family.lower(x, tilt) - half;
  const limit = fallOf(gap, start, family, x);
  return method === "blaker" ? blakerLimit(family, x, alpha, limit) : limit;
}

/**
 * Just where `y` stops counting as extreme, p is largest between there and the next such place, and these largest values
 * fall as `y` rises: so the last of them that is not rejected is found by halving.
 */
function minlikeLimit(family: Tilted, x: number, alpha: number): number {
  const isRejected = (y: number): boolean => {
    const tilt = family.even(x, y);
    return y > x + 1 && logSum(family.lower(x, tilt), family.upper(y, tilt)) < alpha;
  };
  const last = firstWhere(x + 2, family.most + 1, isRejected) - 1;
  const jump = family.even(x, last);
  const gap = (tilt: number): number => logSum(family.lower(x, tilt), family.upper(last + 1, tilt)) - alpha;
  if (gap(jump) < 0) return jump;
  return last === family.most ? fallOf(gap, jump, family, x) : solve(gap, jump, family.even(x, last + 1));
}

function blakerLimit(family: Tilted, x: number, alpha: number, central: number): number {
  const half = alpha - Math.LN2;
  const last = firstWhere(x + 2, family.most + 1, (y) => family.upper(y, central) < half) - 1;
  const jump = fallOf((tilt) => family.lower(x, tilt) - family.upper(last, tilt), central, family, x);
  const gap = (tilt: number): number => logSum(family.lower(x, tilt), family.upper(last + 1, tilt)) - alpha;
  return gap(jump) < 0 ? jump : solve(gap, jump, central);
}

/** Where a falling function of the tilt crosses zero, looked for from `start` in steps of two standard errors, doubled. */
function fallOf(gap: (tilt: number) => number, start: number, { least, most }: Tilted, x: number): number {
  const first = gap(start);
  if (first === 0) return start;
  let step = 2 * Math.sqrt(1 / (x - least + 0.5) + 1 / (most - x + 0.5)) * Math.sign(first);
  let near = start;
  for (let far = start + step; ; far += step) {
    if (gap(far) > 0 !== first > 0) return solve(gap, near, far);
    near = far;
    step *= 2;
  }
}

function withoutHalf(tail: number, term: number): number {
  return tail + logComplement(Math.min(0, term - tail) - Math.LN2);
}

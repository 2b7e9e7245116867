import { logNb1 } from "../distributions/nb1.js";

/** Counts over a stretch in parts, each so many periods long with this share of its events in. */
export interface StretchPart {
  readonly exposure: number;
  readonly share: number;
}

/**
 * The chances of each total from 0 to `most` when periods have this rate and variance phi times the mean, and of each part
 * only a share of the events has come in, every event by itself. A share of such a count has variance `1 + share (phi - 1)`
 * times its mean, and parts of different shares are added exactly.
 */
export function totalChances(rate: number, phi: number, parts: readonly StretchPart[], most: number): Float64Array {
  const byShare = new Map<number, number>();
  for (const { exposure, share } of parts) byShare.set(share, (byShare.get(share) ?? 0) + exposure);
  let all: Float64Array | undefined;
  for (const [share, exposure] of byShare) {
    if (share * exposure === 0) continue;
    const own = countChances(rate * exposure * share, 1 + share * (phi - 1), most);
    all = all === undefined ? own : convolved(all, own);
  }
  return all ?? Float64Array.from({ length: most + 1 }, (_, count) => (count === 0 ? 1 : 0));
}

/** A total that all but never is passed under rates up to this one. */
export function mostOf(mean: number, phi: number): number {
  return Math.ceil(mean + 12 * Math.sqrt(phi * (mean + 1)) + 45 * phi + 20);
}

/** From the likeliest count outwards, each chance is its neighbour's times a ratio. */
function countChances(mean: number, phi: number, most: number): Float64Array {
  const chances = new Float64Array(most + 1);
  const q = (phi - 1) / phi;
  const next = (count: number): number =>
    phi === 1 ? mean / (count + 1) : ((mean / (phi - 1) + count) / (count + 1)) * q;
  const mode = Math.min(most, Math.max(0, Math.floor(mean - phi)));
  chances[mode] = Math.exp(logNb1(mode, mean, phi));
  for (let count = mode; count < most; count++) chances[count + 1] = chances[count] * next(count);
  for (let count = mode; count > 0; count--) chances[count - 1] = chances[count] / next(count - 1);
  return chances;
}

function convolved(one: Float64Array, other: Float64Array): Float64Array {
  const sums = new Float64Array(one.length);
  for (let i = 0; i < one.length; i++) {
    if (one[i] === 0) continue;
    for (let k = 0; i + k < sums.length; k++) sums[i + k] += one[i] * other[k];
  }
  return sums;
}

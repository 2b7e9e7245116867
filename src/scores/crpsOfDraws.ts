import { InputError } from "../core/errors.js";

/**
 * The continuous ranked probability score of many forecasts by draws: of each the mean distance of its draws from what
 * came, less half the mean distance between two of them, each draw paired with itself too (the score of the draws' own
 * distribution). In the unit of the draws; zero is perfect. Forecast `i` has the draws from `i * size` to
 * `(i + 1) * size - 1`. Whole draws of a small range are counted, others sorted; nothing cancels either way.
 *
 * @throws InputError when size is no whole number above 0, the draws are not so many, or a number is not finite
 * @see Gneiting & Raftery (2007) Journal of the American Statistical Association 102, 359–378
 * @example
 * crpsOfDraws(Int32Array.of(0, 2, 5, 5), 2, [1, 7]) // Float64Array.of(0.5, 2)
 */
export function crpsOfDraws(
  draws: Int32Array | Float64Array,
  size: number,
  observed: ArrayLike<number>,
): Float64Array<ArrayBuffer> {
  if (!(Number.isInteger(size) && size > 0))
    throw new InputError(`crpsOfDraws: size needs a whole number above 0, got ${size}`);
  if (draws.length !== size * observed.length)
    throw new InputError(`crpsOfDraws: needs ${size} draws for each of ${observed.length}, got ${draws.length}`);
  const scores = new Float64Array(observed.length);
  const room: Room = {
    tally: new Int32Array(8 * size + 512),
    sorted: new Float64Array(size),
  };
  for (let i = 0; i < scores.length; i++) {
    if (!Number.isFinite(observed[i]))
      throw new InputError(`crpsOfDraws: needs a finite number to have come, got ${observed[i]} (forecast ${i + 1})`);
    scores[i] =
      draws instanceof Int32Array
        ? ofWhole(draws, i * size, size, observed[i], room)
        : ofAny(draws, i * size, size, observed[i], room);
    if (Number.isNaN(scores[i])) throw new InputError(`crpsOfDraws: needs finite draws (forecast ${i + 1})`);
  }
  return scores;
}

interface Room {
  /** All 0 between two forecasts. */
  readonly tally: Int32Array;
  readonly sorted: Float64Array;
}

/** Four draws are read before any is counted: the processor need not wait for the one to be written to read the next. */
function ofWhole(draws: Int32Array, start: number, size: number, y: number, room: Room): number {
  const { low, high } = rangeOf(draws, start, start + size);
  const { tally } = room;
  if (high - low >= tally.length) return ofSorted(draws, start, size, y, room.sorted);
  const end = start + size;
  let i = start;
  for (; i + 3 < end; i += 4) {
    const [a, b, c, d] = [draws[i] - low, draws[i + 1] - low, draws[i + 2] - low, draws[i + 3] - low];
    tally[a]++;
    tally[b]++;
    tally[c]++;
    tally[d]++;
  }
  for (; i < end; i++) tally[draws[i] - low]++;
  return ofTally(tally, high - low, low, size, y);
}

/** Bounds of draws: 0 and all their bits together where that is near, which is had sooner than the least and the most. */
function rangeOf(draws: Int32Array, start: number, end: number): { low: number; high: number } {
  let [bits, more] = [0, 0];
  let i = start;
  for (; i + 3 < end; i += 4) {
    bits |= draws[i] | draws[i + 1];
    more |= draws[i + 2] | draws[i + 3];
  }
  for (; i < end; i++) bits |= draws[i];
  bits |= more;
  if (bits >= 0 && bits < 512) return { low: 0, high: bits };
  let low = draws[start];
  let high = low;
  for (let j = start + 1; j < end; j++) {
    const value = draws[j];
    if (value < low) low = value;
    else if (value > high) high = value;
  }
  return { low, high };
}

/** The same for draws that may be whole but are kept as doubles. */
function ofAny(draws: Float64Array, start: number, size: number, y: number, room: Room): number {
  const end = start + size;
  let low = Infinity;
  let high = -Infinity;
  for (let i = start; i < end; i++) {
    const value = draws[i];
    if ((value | 0) !== value) return ofSorted(draws, start, size, y, room.sorted);
    if (value < low) low = value;
    if (value > high) high = value;
  }
  const { tally } = room;
  if (high - low >= tally.length) return ofSorted(draws, start, size, y, room.sorted);
  const least = low | 0;
  let i = start;
  for (; i + 3 < end; i += 4) {
    const a = (draws[i] | 0) - least;
    const b = (draws[i + 1] | 0) - least;
    const c = (draws[i + 2] | 0) - least;
    const d = (draws[i + 3] | 0) - least;
    tally[a]++;
    tally[b]++;
    tally[c]++;
    tally[d]++;
  }
  for (; i < end; i++) tally[(draws[i] | 0) - least]++;
  return ofTally(tally, (high | 0) - least, least, size, y);
}

/** Sums of whole numbers until the last division, and the tally wiped on the way. */
function ofTally(tally: Int32Array, last: number, low: number, size: number, y: number): number {
  let gap = (Math.max(0, low - y) + Math.max(0, y - low - last)) * size * size;
  const split = Math.min(last, Math.max(0, Math.floor(y) - low));
  let below = 0;
  for (let v = 0; v < split; v++) {
    below += tally[v];
    tally[v] = 0;
    gap += below * below;
  }
  if (split < last) {
    // The stretch in which y lies; of a whole y nothing lies before it.
    const before = Math.min(1, Math.max(0, y - low - split));
    below += tally[split];
    tally[split] = 0;
    gap += before * below * below + (1 - before) * (size - below) * (size - below);
  }
  for (let v = split + 1; v < last; v++) {
    below += tally[v];
    tally[v] = 0;
    gap += (size - below) * (size - below);
  }
  tally[split] = 0;
  tally[last] = 0;
  return gap / size / size;
}

function ofSorted(
  draws: Int32Array | Float64Array,
  start: number,
  size: number,
  y: number,
  sorted: Float64Array,
): number {
  sorted.set(draws.subarray(start, start + size));
  sorted.sort();
  let gap = Math.max(0, sorted[0] - y) + Math.max(0, y - sorted[size - 1]);
  // Infinite ends give NaN, as NaN itself does.
  if (!(sorted[size - 1] - sorted[0] < Infinity)) return Number.NaN;
  for (let i = 1; i < size; i++) {
    const [from, to] = [sorted[i - 1], sorted[i]];
    if (from === to) continue;
    const below = i / size;
    const above = (size - i) / size;
    if (to <= y) gap += below * below * (to - from);
    else if (from >= y) gap += above * above * (to - from);
    else gap += below * below * (y - from) + above * above * (to - y);
  }
  return gap;
}

/** Where a series is best cut: the first index of every stretch but the first, and what the stretches cost in all. */
export interface Cuts {
  readonly cuts: readonly number[];
  /** The costs of the stretches and a penalty for each cut. */
  readonly cost: number;
}

/** What a search for cuts is told. */
export interface CutOptions {
  readonly length: number;
  readonly penalty: number;
  /** The fewest indices of a stretch. */
  readonly minimum: number;
  /** The most by which two stretches may cost more than their union; 0 for a negative log-likelihood. */
  readonly slack: number;
}

/** So many places are put off and given up together. */
const block = 16;

/**
 * The cheapest way to cut a series into stretches, each of a cost and each cut of a penalty: the exact optimum. A place is
 * given up once the stretch from it is dearer than the best way so far; the best way can be used only `minimum` later, so
 * the place is kept until then. Places are looked at again only when they could win: from where a stretch was last looked
 * at, its cost grows by what the rest costs alone, or by more.
 *
 * @throws RangeError when the series is shorter than the least stretch, which is a fault of the caller
 * @see Killick, Fearnhead & Eckley (2012) Journal of the American Statistical Association 107, 1590–1598
 * @example
 * pelt((from, to) => (from < 2 && to > 2 ? 9 : 0), { length: 4, penalty: 1, minimum: 1, slack: 0 }).cuts // [2]
 */
export function pelt(
  costOf: (from: number, to: number) => number,
  { length, penalty, minimum, slack }: CutOptions,
): Cuts {
  if (!(minimum >= 1 && length >= minimum)) throw new RangeError(`pelt: no stretch of ${minimum} fits into ${length}`);
  const best = new Float64Array(length + 1);
  const last = new Int32Array(length + 1);
  const places = new Int32Array(length + 1 + block);
  const values = new Float64Array(length + 1 + block);
  const closes = new Int32Array(length + 1);
  const blocks = new Int32Array(Math.ceil((length + 1) / block));
  const sizes = new Int32Array(blocks.length);
  const seenAt = new Int32Array(blocks.length);
  const cheapest = new Float64Array(blocks.length).fill(Infinity);
  const blockCloses = new Int32Array(blocks.length);
  let open = 0;
  let winner = 0;
  best[0] = -penalty;
  for (let entered = 0, to = minimum; to <= length; to++) {
    const place = to - minimum;
    if (place === 0 || place >= minimum) {
      const b = Math.floor(entered / block);
      if (entered++ % block === 0) blocks[open++] = b;
      places[b * block + sizes[b]] = place;
      values[b * block + sizes[b]++] = -Infinity;
      cheapest[b] = -Infinity;
    }
    let least = to > minimum ? best[winner] + costOf(winner, to) : Infinity;
    for (let j = open - 1; j >= 0; j--) {
      const b = blocks[j];
      const seen = seenAt[b];
      if (cheapest[b] + costOf(seen, to) - slack >= least) continue;
      const bound = best[seen] + slack;
      let low = Infinity;
      let kept = b * block;
      for (let i = kept, end = i + sizes[b]; i < end; i++) {
        const from = places[i];
        if (closes[from] === 0 && values[i] >= bound) closes[from] = seen + minimum;
        if (closes[from] > 0 && closes[from] <= to) continue;
        const value = best[from] + costOf(from, to);
        places[kept] = from;
        values[kept++] = value;
        if (value < low) low = value;
        if (value < least) {
          least = value;
          winner = from;
        }
      }
      sizes[b] = kept - b * block;
      cheapest[b] = low;
      seenAt[b] = to;
    }
    last[to] = winner;
    best[to] = least + penalty;
    if (to % block > 0) continue;
    let kept = 0;
    for (let j = 0; j < open; j++) {
      const b = blocks[j];
      const isFull = (b + 1) * block <= entered;
      const isDear = seenAt[b] < to && cheapest[b] + costOf(seenAt[b], to) >= best[to] + 2 * slack;
      if (blockCloses[b] === 0 && isDear) blockCloses[b] = to + minimum;
      blocks[kept] = b;
      if (!isFull || (sizes[b] > 0 && (blockCloses[b] === 0 || blockCloses[b] > to + 1))) kept++;
    }
    open = kept;
  }
  return { cuts: cutsOf(last), cost: best[length] };
}

/** Follows the last cut of each best way back from the end. */
function cutsOf(last: Int32Array): number[] {
  const cuts: number[] = [];
  for (let at = last[last.length - 1]; at > 0; at = last[at]) cuts.push(at);
  return cuts.reverse();
}

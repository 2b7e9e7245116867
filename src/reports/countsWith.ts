/** Whole numbers, how many they are, from which to which each may lie, their sum and the sum of their squares. */
export interface Moments {
  readonly n: number;
  readonly least: number;
  readonly most: number;
  readonly sum: number;
  readonly squares: number;
}

/** So many steps are taken before it is given up as undecided. */
const patience = 20_000;

/**
 * Whole numbers with this sum and sum of squares, or none where there are no such: it tries every way, but for those that
 * bounds and parity rule out. What is not found within 20,000 steps is left undecided.
 */
export function countsWith({ n, least, most, sum, squares }: Moments): {
  readonly counts: readonly number[];
  readonly isDecided: boolean;
} {
  // Deviations from the whole mean are small, so that few values have to be tried for each.
  const middle = Math.floor(sum / n);
  const dead = new Set<string>();
  let steps = 0;

  /** Numbers of at most the size `cap`, from which bound to which, or that there are none. */
  function rest(k: number, total: number, square: number, cap: number): readonly number[] | undefined {
    const low = Math.max(least - middle, -cap);
    const high = Math.min(most - middle, cap);
    if (!isWithin(k, total, square, low, high)) return undefined;
    if (k === 0) return [];
    const key = `${k} ${total} ${square} ${cap}`;
    if (dead.has(key) || steps++ > patience) return undefined;
    for (let size = Math.min(cap, Math.floor(Math.sqrt(square))); size >= 0 && k * size * size >= square; size--) {
      for (const value of size === 0 ? [0] : [size, -size]) {
        if (value < low || value > high) continue;
        const others = rest(k - 1, total - value, square - value * value, size);
        if (others !== undefined) return [value + middle, ...others];
      }
    }
    dead.add(key);
    return undefined;
  }

  const square = squares - 2 * middle * sum + n * middle * middle;
  const found = square < 0 ? undefined : rest(n, sum - n * middle, square, Math.ceil(Math.sqrt(square)));
  return { counts: found ?? [], isDecided: found !== undefined || steps <= patience };
}

/** The least and the greatest sum of squares of so many whole numbers with this sum; the least above the greatest for none. */
export function squaresOf({ n, least, most, sum }: Omit<Moments, "squares">): readonly [number, number] {
  if (least > most || sum < n * least || sum > n * most) return [1, 0];
  const even = Math.floor(sum / n);
  const above = sum - n * even;
  const low = (n - above) * even ** 2 + above * (even + 1) ** 2;
  if (least === most) return [low, low];
  const atMost = most === Infinity ? 0 : Math.min(n - 1, Math.floor((sum - n * least) / (most - least)));
  const atLeast = n - 1 - atMost;
  const between = sum - (atMost === 0 ? 0 : atMost * most) - atLeast * least;
  return [low, (atMost === 0 ? 0 : atMost * most ** 2) + between ** 2 + atLeast * least ** 2];
}

/** Whether so many whole numbers may have this sum and sum of squares, as far as bounds and parity tell. */
function isWithin(n: number, sum: number, squares: number, least: number, most: number): boolean {
  if (n === 0) return sum === 0 && squares === 0;
  if ((sum - squares) % 2 !== 0) return false;
  const [low, high] = squaresOf({ n, least, most, sum });
  return low <= squares && squares <= high;
}

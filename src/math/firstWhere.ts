/**
 * The first whole number from `low` for which something holds, given that it then holds of all that follow; `high` where
 * of none before it.
 *
 * @example
 * firstWhere(0, 100, (k) => k * k >= 50) // 8
 */
export function firstWhere(low: number, high: number, holds: (k: number) => boolean): number {
  let from = low;
  let to = Math.max(low, high);
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if (holds(middle)) to = middle;
    else from = middle + 1;
  }
  return from;
}

/**
 * Simple exponential smoothing: the level after each value, begun at the first. Each level is what the value after it is
 * expected to be.
 *
 * @see Brown (1959) Statistical Forecasting for Inventory Control
 * @example
 * smoothed([4, 8], 0.25) // [4, 5]
 */
export function smoothed(values: readonly number[], alpha: number): number[] {
  const levels: number[] = [];
  let level = values[0];
  for (const value of values) {
    level += alpha * (value - level);
    levels.push(level);
  }
  return levels;
}

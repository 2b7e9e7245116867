/**
 * Where labels at these heights go so that none covers another: each at its own, or pushed away by `gap` from its
 * neighbours, and none beyond the ends. In the order that was given.
 */
export function apart(heights: readonly number[], gap: number, [low, high]: readonly [number, number]): number[] {
  const order = heights.map((height, i) => ({ height, i })).sort((a, b) => a.height - b.height);
  const placed = order.map(({ height }) => height);
  for (let i = 1; i < placed.length; i++) placed[i] = Math.max(placed[i], placed[i - 1] + gap);
  let ceiling = high;
  for (let i = placed.length - 1; i >= 0; i--, ceiling -= gap) placed[i] = Math.min(placed[i], ceiling);
  const found = heights.map(() => low);
  for (const [at, { i }] of order.entries()) found[i] = placed[at];
  return found;
}

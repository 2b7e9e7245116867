/**
 * The chances that Kendall's S is 0, 1, 2 … or more on either side when every order of the values is equally likely, exactly, with
 * `ties` the sizes of the groups of equal values. The number of orders with so many inversions is a coefficient of the
 * Gaussian multinomial, built up one group at a time from sums of positive numbers; good to 100 values or so.
 *
 * @see Kendall (1975) Rank Correlation Methods, 4th ed., chapter 5; Andrews (1976) The Theory of Partitions, chapter 3
 * @example
 * kendallTails([1, 1, 1, 1])[6] // 0.08333333333333333
 */
export function kendallTails(ties: readonly number[]): Float64Array {
  let placed = 0;
  let ways: Float64Array = Float64Array.of(1);
  for (const tied of ties) {
    const inserted = insertions(placed, tied);
    const next = new Float64Array(ways.length + inserted.length - 1);
    for (let i = 0; i < ways.length; i++)
      for (let j = 0; j < inserted.length; j++) next[i + j] += ways[i] * inserted[j];
    ways = next;
    placed += tied;
  }
  const most = ways.length - 1;
  const tails = new Float64Array(most + 1);
  let all = 0;
  for (let inversions = 0; inversions <= most; inversions++) {
    all += ways[inversions];
    tails[Math.abs(most - 2 * inversions)] += ways[inversions];
  }
  for (let size = most - 1; size >= 0; size--) tails[size] += tails[size + 1];
  return tails.map((tail) => tail / all);
}

/** In how many ways `tied` equal values among `placed` smaller ones make so many inversions: partitions in a box. */
function insertions(placed: number, tied: number): Float64Array {
  // byWidth[w] holds the partitions into at most t parts, none above w, for the t reached so far.
  let byWidth = Array.from({ length: placed + 1 }, () => Float64Array.of(1));
  for (let parts = 1; parts <= tied; parts++) {
    const next = [Float64Array.of(1)];
    for (let width = 1; width <= placed; width++) {
      const all = new Float64Array(parts * width + 1);
      all.set(next[width - 1]);
      byWidth[width].forEach((ways, i) => {
        all[i + width] += ways;
      });
      next.push(all);
    }
    byWidth = next;
  }
  return byWidth[placed];
}

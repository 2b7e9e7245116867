/** How many neighbours are drawn together, how often, and from which uniform numbers in [0, 1). */
export interface BlockOptions {
  readonly length: number;
  readonly draws: number;
  readonly uniform: () => number;
}

/**
 * Sums of columns of equal length over rows drawn anew in blocks of neighbours, the last row being the first one's
 * neighbour: a column of sums for each, drawn together so that they can be compared. The last block is cut so that as many
 * rows are drawn as there are.
 *
 * @see Politis & Romano (1992) in LePage & Billard (eds) Exploring the Limits of Bootstrap, 263–270
 */
export function circularBlocks(columns: readonly ArrayLike<number>[], options: BlockOptions): Float64Array[] {
  const { length, draws, uniform } = options;
  const n = columns[0].length;
  const totals = columns.map((column) => runningTotals(column, length));
  const sums = columns.map(() => new Float64Array(draws));
  for (let draw = 0; draw < draws; draw++) {
    for (let left = n; left > 0; left -= length) {
      const start = Math.floor(uniform() * n);
      const end = start + Math.min(left, length);
      for (let c = 0; c < totals.length; c++) sums[c][draw] += totals[c][end] - totals[c][start];
    }
  }
  return sums;
}

/**
 * The variance that drawing circular blocks gives the sum of numbers, without drawing; times k / (k - 1) for the k blocks
 * there are, which for single numbers makes it that of independent ones.
 *
 * @example
 * blockVariance([1, 2, 3, 4], 1) // 6.666666666666667
 */
export function blockVariance(values: ArrayLike<number>, length: number): number {
  const n = values.length;
  const centre = runningTotals(values, 1)[n] / n;
  const totals = runningTotals(
    Float64Array.from(values, (value) => value - centre),
    length,
  );
  let squares = 0;
  for (let i = 0; i < n; i++) squares += (totals[i + length] - totals[i]) ** 2;
  return squares / length / (1 - length / n);
}

/** Sums of the first so many of a column that begins again at its end. */
function runningTotals(column: ArrayLike<number>, beyond: number): Float64Array {
  const n = column.length;
  const totals = new Float64Array(n + beyond + 1);
  for (let i = 0; i < n + beyond; i++) totals[i + 1] = totals[i] + column[i % n];
  return totals;
}

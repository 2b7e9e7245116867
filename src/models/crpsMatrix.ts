/**
 * What the CRPS of any mixture of some forecasts is made of, row by row: of weights w it is the sum of w(i) w(j) A(i, j). On the
 * diagonal stands what each earns alone. The forecasts are given by rising, equally likely values, equally many of each.
 *
 * @see Gneiting & Raftery (2007) Journal of the American Statistical Association 102, 359–378
 */
export function crpsMatrix(forecasts: readonly Float64Array[], observed: number): Float64Array {
  const n = forecasts.length;
  const own = forecasts.map((values) => {
    let sum = 0;
    for (const value of values) sum += Math.abs(value - observed);
    return sum / values.length;
  });
  const matrix = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      const value = (own[i] + own[j] - meanDistance(forecasts[i], forecasts[j])) / 2;
      matrix[i * n + j] = value;
      matrix[j * n + i] = value;
    }
  return matrix;
}

/** The mean of |x - y| over all pairs of two rising lists, in one walk through both. */
function meanDistance(xs: Float64Array, ys: Float64Array): number {
  let [j, below, all, sum] = [0, 0, 0, 0];
  for (const y of ys) all += y;
  for (const x of xs) {
    while (j < ys.length && ys[j] <= x) below += ys[j++];
    sum += x * j - below + (all - below) - x * (ys.length - j);
  }
  return sum / (xs.length * ys.length);
}

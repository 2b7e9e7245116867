/**
 * The weights from 0 that add to 1 for which the sum of w(i) w(j) A(i, j) is least, for a matrix whose rows follow each other
 * and that has no direction below 0: the point of least norm of a convex hull. Alike rows share their weight: a trace of
 * 1e-12 on the diagonal decides between equals.
 *
 * @see Wolfe (1976) Mathematical Programming 11, 128–149
 * @example
 * Array.from(convexWeights([1, 0, 0, 1], 2)) // [0.5, 0.5]
 */
export function convexWeights(matrix: ArrayLike<number>, m: number): Float64Array {
  let trace = 0;
  for (let i = 0; i < m; i++) trace += matrix[i * m + i];
  const ridge = (1e-12 * trace) / m || 1;
  const at = (i: number, j: number): number => matrix[i * m + j] + (i === j ? ridge : 0);

  let inside = [0];
  for (let i = 1; i < m; i++) if (at(i, i) < at(inside[0], inside[0])) inside = [i];
  let weights = [1];
  for (let turn = 0; turn < 50 * m; turn++) {
    const slope = (j: number): number => inside.reduce((sum, i, k) => sum + weights[k] * at(i, j), 0);
    const height = inside.reduce((sum, i, k) => sum + weights[k] * slope(i), 0);
    let [best, least] = [-1, height * (1 - 1e-13)];
    for (let j = 0; j < m; j++) {
      const own = inside.includes(j) ? Infinity : slope(j);
      if (own < least) [best, least] = [j, own];
    }
    if (best < 0) break;
    inside = [...inside, best];
    weights = [...weights, 0];
    for (;;) {
      const free = affineWeights(inside, at);
      if (free.every((weight) => weight > 0)) {
        weights = free;
        break;
      }
      let step = 1;
      for (const [k, weight] of free.entries())
        if (weight <= 0) step = Math.min(step, weights[k] / (weights[k] - weight));
      const moved = weights.map((weight, k) => weight + step * (free[k] - weight));
      const lowest = Math.min(...moved.filter((_, k) => free[k] <= 0));
      const stays = moved.map((weight, k) => free[k] > 0 || weight > lowest);
      inside = inside.filter((_, k) => stays[k]);
      weights = moved.filter((_, k) => stays[k]);
      const sum = weights.reduce((total, weight) => total + weight, 0);
      weights = weights.map((weight) => weight / sum);
      if (inside.length === 1) break;
    }
  }
  const all = new Float64Array(m);
  for (const [k, i] of inside.entries()) all[i] = weights[k];
  return all;
}

/** The weights of any sign that add to 1 and make the sum least: A x = 1 by elimination, then scaled. */
function affineWeights(inside: readonly number[], at: (i: number, j: number) => number): number[] {
  const n = inside.length;
  const rows = inside.map((i) => [...inside.map((j) => at(i, j)), 1]);
  for (let c = 0; c < n; c++) {
    let pivot = c;
    for (let r = c + 1; r < n; r++) if (Math.abs(rows[r][c]) > Math.abs(rows[pivot][c])) pivot = r;
    [rows[c], rows[pivot]] = [rows[pivot], rows[c]];
    for (let r = 0; r < n; r++) {
      if (r === c) continue;
      const factor = rows[r][c] / rows[c][c];
      for (let k = c; k <= n; k++) rows[r][k] -= factor * rows[c][k];
    }
  }
  const raw = rows.map((row, i) => row[n] / row[i]);
  const sum = raw.reduce((total, value) => total + value, 0);
  return raw.map((value) => value / sum);
}

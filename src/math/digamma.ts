/**
 * The digamma function, the slope of log gamma(x), for x above 0: recurrence up to 12, then its asymptotic series.
 *
 * @see Abramowitz & Stegun (1964) 6.3.5, 6.3.18
 * @example
 * digamma(1) // -0.5772156649015329
 */
export function digamma(x: number): number {
  if (Math.abs(x - root) < 0.5) return nearRoot(x);
  let rest = 0;
  let at = x;
  for (; at < 12; at++) rest += 1 / at;
  const square = 1 / (at * at);
  const series =
    square *
    (1 / 12 -
      square * (1 / 120 - square * (1 / 252 - square * (1 / 240 - square * (1 / 132 - (square * 691) / 32760)))));
  return Math.log(at) - 0.5 / at - series - rest;
}

/**
 * The trigamma function, the bend of log gamma(x), for x above 0.
 *
 * @see Abramowitz & Stegun (1964) 6.4.6, 6.4.12
 * @example
 * trigamma(1) // 1.6449340668482264
 */
export function trigamma(x: number): number {
  let rest = 0;
  let at = x;
  for (; at < 12; at++) rest += 1 / (at * at);
  const square = 1 / (at * at);
  const series =
    square *
    (1 / 6 -
      square *
        (1 / 30 -
          square * (1 / 42 - square * (1 / 30 - square * (5 / 66 - square * (691 / 2730 - (square * 7) / 6))))));
  return rest + 1 / at + square / 2 + series / at;
}

/** Where the digamma function crosses 0, and what that double leaves out. */
const root = 1.4616321449683622;
const rootRest = 9.549995429965697e-17;

/** Near its root the sums cancel: there digamma(x) is (x - root) times the sum of 1 / ((root + j)(x + j)). */
function nearRoot(x: number): number {
  const gap = x - root - rootRest;
  let sum = 0;
  for (let j = 0; j < 20; j++) sum += 1 / ((root + j) * (x + j));
  return gap * (sum + meanTrigamma(root + 20, x + 20));
}

/** (digamma(y) - digamma(x)) / (y - x) for x and y of 20 or so, from the asymptotic series term by term. */
function meanTrigamma(x: number, y: number): number {
  const [u, v] = [1 / x, 1 / y];
  const ratio = (y - x) / x;
  const log = Math.abs(ratio) < 1e-300 ? u : Math.log1p(ratio) / (y - x);
  const product = u * v;
  const both = u + v;
  const [squares, fourths] = [u * u + v * v, u ** 4 + u * u * v * v + v ** 4];
  const eighths = (u ** 4 + v ** 4) * squares;
  return log + product * (0.5 + both * (1 / 12 - squares / 120 + fourths / 252 - eighths / 240));
}

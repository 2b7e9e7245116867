/** What the CRPS of any mixture of some forecasts is made of: for weights w it is w·own − w·between·w / 2. */
export interface CrpsParts {
  /** The mean distance of each forecast from what came. */
  readonly own: Float64Array;
  /** The mean distance of each from each, row by row. */
  readonly between: Float64Array;
}

/**
 * The parts for forecasts given by rising, equally likely values (equally many of each).
 *
 * @see Gneiting & Raftery (2007) Journal of the American Statistical Association 102, 359–378
 */
export function crpsParts(forecasts: readonly Float64Array[], observed: number): CrpsParts {
  const n = forecasts.length;
  const own = new Float64Array(n);
  const between = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    let sum = 0;
    for (const value of forecasts[i]) sum += Math.abs(value - observed);
    own[i] = sum / forecasts[i].length;
    for (let j = 0; j <= i; j++) {
      const distance = meanDistance(forecasts[i], forecasts[j]);
      between[i * n + j] = distance;
      between[j * n + i] = distance;
    }
  }
  return { own, between };
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

/**
 * Weights from 0, adding to 1, for which the mean CRPS of the mixture is least: moves weight between two forecasts at a time,
 * each move to the best place, until none gains.
 */
export function leastCrps({ own, between }: CrpsParts): number[] {
  const n = own.length;
  const weights = new Float64Array(n).fill(1 / n);
  const slopes = Float64Array.from(own);
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) slopes[i] -= between[i * n + j] * weights[j];
  for (let turn = 0; turn < 200 * n; turn++) {
    let [to, from] = [0, -1];
    for (let i = 0; i < n; i++) {
      if (slopes[i] < slopes[to]) to = i;
      if (weights[i] > 0 && (from < 0 || slopes[i] > slopes[from])) from = i;
    }
    const gain = slopes[from] - slopes[to];
    if (!(gain > 1e-10 * (1 + Math.abs(slopes[from])))) break;
    const bend = 2 * between[from * n + to] - between[to * n + to] - between[from * n + from];
    const move = bend > 0 ? Math.min(weights[from], gain / bend) : weights[from];
    weights[to] += move;
    weights[from] = move === weights[from] ? 0 : weights[from] - move;
    for (let i = 0; i < n; i++) slopes[i] -= move * (between[i * n + to] - between[i * n + from]);
  }
  return [...weights];
}

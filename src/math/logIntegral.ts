/**
 * The log of the integral over the whole line of a function with one peak that is known by its log (concave, and smooth
 * on the scale of `width`). The trapezoidal rule, with steps halved until nothing changes: for such functions its error
 * falls exponentially.
 *
 * @see Trefethen & Weideman (2014) SIAM Review 56, 385–458
 * @example
 * Math.exp(logIntegral((x) => -x * x, 1, 1)) // 1.772453850905516
 */
export function logIntegral(log: (x: number) => number, start: number, width: number): number {
  const peak = peakOf(log, start, width);
  const top = log(peak);
  let step = Math.min(width, spread(log, peak, top, width)) / 2;
  let sum = 1 + flank(log, peak, top, step, step) + flank(log, peak, top, -step, -step);
  for (let halvings = 0; halvings < 12; halvings++) {
    const between = flank(log, peak, top, step / 2, step) + flank(log, peak, top, -step / 2, -step);
    const change = Math.abs(between / sum - 1);
    sum += between;
    step /= 2;
    // Each halving squares the error, so the next would change nothing.
    if (change < 1e-9) break;
  }
  return top + Math.log(sum * step);
}

/** Sum of the function over the points from `first` outwards, relative to its peak, until they no longer matter. */
function flank(log: (x: number) => number, peak: number, top: number, first: number, step: number): number {
  let sum = 0;
  for (let at = first; ; at += step) {
    const term = Math.exp(log(peak + at) - top);
    sum += term;
    if (!(term > 1e-19 * (1 + sum))) return sum;
  }
}

/** Where a concave function is largest, near enough to start from. */
function peakOf(log: (x: number) => number, start: number, width: number): number {
  let [best, at] = [log(start), start];
  let step = width;
  for (let i = 0; i < 200 && step > width / 8; i++) {
    const right = log(at + step);
    const left = log(at - step);
    if (right > best && right >= left) [best, at, step] = [right, at + step, 2 * step];
    else if (left > best) [best, at, step] = [left, at - step, 2 * step];
    else step /= 2;
  }
  return at;
}

/** How far from the peak the function has fallen by half a unit on the log scale, to a factor of two. */
function spread(log: (x: number) => number, peak: number, top: number, width: number): number {
  let reach = width;
  for (let i = 0; i < 60 && Math.min(log(peak + reach), log(peak - reach)) < top - 1; i++) reach /= 2;
  return reach;
}

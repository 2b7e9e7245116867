/** The median of the slopes between any two rates, with its interval where the slopes are enough for one. */
export interface SenSlope {
  readonly slope: number;
  readonly interval?: readonly [number, number];
}

/**
 * How much rates change from one period to the next: the median slope over all pairs. The interval holds the slopes that leave
 * no trend to be rejected, where `critical` is the least Kendall's S that is rejected; none where no S would be.
 *
 * @see Sen (1968) JASA 63, 1379–1389
 * @example
 * senSlope([1, 2, 4], 3).slope // 1.5
 */
export function senSlope(rates: readonly number[], critical: number): SenSlope {
  const n = rates.length;
  const slopes = new Float64Array((n * (n - 1)) / 2);
  let at = 0;
  for (let j = 1; j < n; j++) for (let i = 0; i < j; i++) slopes[at++] = (rates[j] - rates[i]) / (j - i);
  slopes.sort();
  const last = slopes.length - 1;
  const slope = (slopes[Math.floor(last / 2)] + slopes[Math.ceil(last / 2)]) / 2;
  const outside = Math.floor((slopes.length - critical) / 2);
  return outside < 0 ? { slope } : { slope, interval: [slopes[outside], slopes[last - outside]] };
}
